-- What a customer promised or contested in a contact.
alter table contact_log
    add column promise_id uuid,
    add column dispute_id uuid,
    add foreign key (organisation_id, promise_id) references promise (organisation_id, id),
    add foreign key (organisation_id, dispute_id) references dispute (organisation_id, id);
