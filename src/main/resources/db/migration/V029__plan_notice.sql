-- People are told of versions of payment plans, too: of each step once.
alter table notice
    add column contract_id uuid,
    add column plan_version int,
    drop constraint notice_check,
    add check (num_nonnulls(receivable_id, payment_id, contract_id) = 1),
    add check ((contract_id is null) = (plan_version is null)),
    add foreign key (organisation_id, contract_id, plan_version) references plan_version (organisation_id, contract_id, number);

create unique index notice_of_plan on notice (organisation_id, contract_id, plan_version, recipient_id, kind) where contract_id is not null;
