-- What is told to somebody who is away is told to who stands in for them, as of the moment of the send. Adds columns; fills them where something
-- is under way.
alter table telling
    -- Who is told: its recipient, or who stands in for them. Null until it is due. The rank is a place in this person's list of channels.
    add column reader_id uuid,
    -- What it tells of besides its kind: the same for all who are told of the same, so that nobody is told of it twice.
    add column matter text not null default '',
    add foreign key (organisation_id, reader_id) references app_user (organisation_id, id);
update telling set reader_id = recipient_id where state = 'TELLING' or rank > 0;
create index telling_reader on telling (organisation_id, reader_id) where state = 'TELLING';

alter table delivery add column reader_id uuid;
update delivery y set reader_id = t.recipient_id
from telling t where t.organisation_id = y.organisation_id and t.id = y.telling_id;
alter table delivery
    alter column reader_id set not null,
    add foreign key (organisation_id, reader_id) references app_user (organisation_id, id);
drop index delivery_once;
create unique index delivery_once on delivery (organisation_id, telling_id, reader_id, channel, installation_id) nulls not distinct;
