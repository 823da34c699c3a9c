-- What told of it in its place, where it was merged: from a notice to what has brought it.
alter table telling
    add column merged_into uuid,
    add foreign key (organisation_id, merged_into) references telling (organisation_id, id);
