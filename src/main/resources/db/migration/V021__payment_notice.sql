-- Besides receivables, people are told of payments: of each step once.
alter table notice
    alter column receivable_id drop not null,
    add column payment_id uuid,
    add check (num_nonnulls(receivable_id, payment_id) = 1),
    add foreign key (organisation_id, payment_id) references payment (organisation_id, id);

create unique index notice_of_payment on notice (organisation_id, payment_id, recipient_id, kind) where payment_id is not null;
