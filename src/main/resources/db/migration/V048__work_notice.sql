-- People are told of tasks whose time has come, and of customers that were handed over to them. A task is of a customer, but of no amount;
-- a hand-over is of many customers.
alter table notice
    add column follow_up_id uuid,
    add column hand_over_id uuid,
    alter column customer_id drop not null,
    alter column open_amount drop not null,
    alter column currency drop not null,
    drop constraint notice_check,
    add constraint notice_check
        check (num_nonnulls(receivable_id, payment_id, contract_id, promise_id, dispute_id, follow_up_id, hand_over_id) = 1),
    add check (hand_over_id is not null or customer_id is not null),
    add check (num_nonnulls(follow_up_id, hand_over_id) = 1 or num_nonnulls(open_amount, currency) = 2),
    add foreign key (organisation_id, follow_up_id) references follow_up (organisation_id, id),
    add foreign key (organisation_id, hand_over_id) references hand_over (organisation_id, id);

create unique index notice_of_task on notice (organisation_id, follow_up_id, recipient_id, occurrence) where follow_up_id is not null;
create unique index notice_of_hand_over on notice (organisation_id, hand_over_id, recipient_id) where hand_over_id is not null;
