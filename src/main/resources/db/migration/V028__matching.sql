-- A bank numbers the lines of one account: the same number on another account is another payment. Null: nobody says on which it came in.
alter table payment add column account text;

-- What names a payment may also be looked for without knowing whose it is: a payer may have written it.
create unique index payment_named on payment (organisation_id, reference, customer_id, coalesce(account, ''))
    where reference is not null and state in ('CLAIMED', 'SECURED', 'CONFIRMED');
drop index payment_reference;

-- What the match booked. NOTHING: the payment was in the books already, and stays there when the line is opened again.
-- The default is for replicas of the version before, which still tell it by "claimed"; both go in a later release.
alter table statement_part
    add column booked text not null default 'RECORDED' check (booked in ('RECORDED', 'CONFIRMED', 'CLEARED', 'NOTHING')),
    alter column claimed set default false;
alter table statement_part disable trigger statement_part_append_only;
update statement_part set booked = 'CONFIRMED' where claimed;
alter table statement_part enable trigger statement_part_append_only;

-- The line that a match is of, as long as it stands.
create unique index statement_line_by_decision on statement_line (organisation_id, decision_id) where decision_id is not null;

-- Payments that a line may be: those that wait for one, and those of about its day that are in the books already.
-- Not built concurrently: each locks the payments against writing for as long as it takes to read them once.
drop index payment_claimed;
create index payment_waiting on payment (organisation_id, currency, amount) where state in ('CLAIMED', 'SECURED');
create index payment_booked on payment (organisation_id, currency, amount, coalesce(cleared_on, received_on)) where state = 'CONFIRMED';
