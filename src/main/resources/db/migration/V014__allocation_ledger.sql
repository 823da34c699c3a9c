-- Every entry that changes what is owed, each with the day from which it counts and the moment from which it was known. None is ever changed.

-- What lowers what is owed without being money: decided by a second person than the one who asks for it.
create table adjustment (
    organisation_id uuid not null references organisation,
    id uuid not null,
    customer_id uuid not null,
    -- REPLAN: what a new version of a plan takes off one receivable, to bill it on others.
    kind text not null check (kind in ('CREDIT_NOTE', 'WRITE_OFF', 'DISCOUNT', 'WAIVER', 'REPLAN')),
    -- Names it among those of its customer, as the tax authority's number of a red invoice does.
    number text,
    amount numeric(19, 4) not null check (amount > 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    -- amount less what is allocated; kept by the transaction that allocates. Only a credit note may have some.
    unapplied_amount numeric(19, 4) not null check (unapplied_amount >= 0 and unapplied_amount <= amount),
    effective_on date not null,
    reason text not null,
    state text not null check (state in ('PROPOSED', 'APPROVED', 'REFUSED', 'REVERSED')),
    proposed_by uuid,
    proposed_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    -- Why it was refused, or what the approver adds.
    decision_note text,
    reversed_on date,
    reversed_by uuid,
    reversed_at timestamptz,
    reversed_because text,
    version bigint not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    foreign key (organisation_id, proposed_by) references app_user (organisation_id, id),
    foreign key (organisation_id, decided_by) references app_user (organisation_id, id),
    foreign key (organisation_id, reversed_by) references app_user (organisation_id, id),
    check ((state = 'PROPOSED') = (decided_at is null)),
    check ((state = 'REVERSED') = (reversed_on is not null)),
    check (state = 'APPROVED' or unapplied_amount = 0),
    check (kind = 'CREDIT_NOTE' or unapplied_amount = 0),
    -- Maker and checker are two people.
    check (kind not in ('CREDIT_NOTE', 'WRITE_OFF') or state = 'PROPOSED' or decided_by is distinct from proposed_by)
);

create index adjustment_by_customer on adjustment (organisation_id, customer_id, effective_on, id);
create index adjustment_waiting on adjustment (organisation_id, proposed_at, id) where state = 'PROPOSED';
create unique index adjustment_number on adjustment (organisation_id, customer_id, kind, number)
    where number is not null and state in ('PROPOSED', 'APPROVED');

-- What is asked for, receivable by receivable; what was booked stands in allocation.
create table adjustment_line (
    organisation_id uuid not null references organisation,
    adjustment_id uuid not null,
    ordinal int not null,
    receivable_id uuid not null,
    component text not null check (component in ('PRINCIPAL', 'INTEREST', 'FEE')),
    amount numeric(19, 4) not null check (amount > 0),
    primary key (organisation_id, adjustment_id, ordinal),
    foreign key (organisation_id, adjustment_id) references adjustment (organisation_id, id),
    foreign key (organisation_id, receivable_id) references receivable (organisation_id, id)
);

create index adjustment_line_receivable on adjustment_line (organisation_id, receivable_id);

-- PAYMENT is cash. INSTRUMENT is a draft or cheque in hand: it is owed no more, and not collected either, until it has cleared.
alter table allocation
    alter column payment_id drop not null,
    add column adjustment_id uuid,
    add column kind text not null default 'PAYMENT'
        check (kind in ('PAYMENT', 'INSTRUMENT', 'CREDIT_NOTE', 'WRITE_OFF', 'DISCOUNT', 'WAIVER', 'REPLAN')),
    -- Interest and fees are derived, not billed: what settles them leaves the open amount alone.
    add column component text not null default 'PRINCIPAL' check (component in ('PRINCIPAL', 'INTEREST', 'FEE')),
    -- What put the receivable where it stood among those that could have been settled, and at which place.
    add column criterion text,
    add column place int,
    add check (num_nonnulls(payment_id, adjustment_id) = 1),
    add check ((payment_id is not null) = (kind in ('PAYMENT', 'INSTRUMENT'))),
    add foreign key (organisation_id, adjustment_id) references adjustment (organisation_id, id);

alter table allocation alter column kind drop default, alter column component drop default;

comment on column allocation.reason is
    'The strategy that allocated it, or why it was taken back: REVERSAL, DEALLOCATION, CLEARANCE, BOUNCE, LATE_RECEIPT. PAYMENT: before strategies were kept.';

drop index allocation_by_receivable;
create index allocation_by_receivable on allocation (organisation_id, receivable_id, effective_on)
    include (amount, owner_id, undoes_id, kind, component, recorded_at);
drop index allocation_by_date;
create index allocation_by_date on allocation (organisation_id, effective_on) include (receivable_id, amount, kind, component, recorded_at);
create index allocation_by_recording on allocation (organisation_id, recorded_at) include (receivable_id, amount, kind, component, effective_on);
create index allocation_by_adjustment on allocation (organisation_id, adjustment_id) where adjustment_id is not null;

-- A draft or a cheque that is not cash before it has cleared.
alter table payment
    add column instrument text check (instrument in ('POST_DATED_CHEQUE', 'BANK_ACCEPTANCE', 'COMMERCIAL_ACCEPTANCE')),
    add column matures_on date,
    add column cleared_on date,
    drop constraint payment_state_check,
    add constraint payment_state_check
        check (state in ('CLAIMED', 'SECURED', 'CONFIRMED', 'REJECTED', 'BOUNCED', 'REVERSED')),
    drop constraint payment_check1,
    add constraint payment_unapplied_check check (state in ('SECURED', 'CONFIRMED') or unapplied_amount = 0),
    add check ((instrument is null) = (matures_on is null)),
    add check (state not in ('SECURED', 'BOUNCED') or instrument is not null);

drop index payment_reference;
create unique index payment_reference on payment (organisation_id, customer_id, reference)
    where reference is not null and state in ('CLAIMED', 'SECURED', 'CONFIRMED');
create index payment_maturing on payment (organisation_id, matures_on, id) where state = 'SECURED';

-- What each step of a payment did to the cash and to the paper in hand: their sums, less what is allocated, are what is unapplied.
create table payment_entry (
    organisation_id uuid not null references organisation,
    id uuid not null,
    payment_id uuid not null,
    kind text not null check (kind in ('CLAIMED', 'SECURED', 'CONFIRMED', 'CLEARED', 'REJECTED', 'BOUNCED', 'REVERSED')),
    cash numeric(19, 4) not null,
    secured numeric(19, 4) not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    effective_on date not null,
    reason text,
    recorded_by uuid,
    recorded_at timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, payment_id) references payment (organisation_id, id)
);

create index payment_entry_by_payment on payment_entry (organisation_id, payment_id, effective_on);

insert into payment_entry (organisation_id, id, payment_id, kind, cash, secured, currency, effective_on, reason, recorded_by, recorded_at)
select organisation_id, uuidv7(), id, case state when 'CLAIMED' then 'CLAIMED' when 'REJECTED' then 'CLAIMED' else 'CONFIRMED' end,
    case when state in ('CONFIRMED', 'REVERSED') then amount else 0 end, 0, currency, received_on, null, recorded_by, created_at
from payment;

-- The day and the moment of a rejection or reversal were kept by the audit trail and by the allocations that it took back.
insert into payment_entry (organisation_id, id, payment_id, kind, cash, secured, currency, effective_on, reason, recorded_by, recorded_at)
select p.organisation_id, uuidv7(), p.id, p.state, case p.state when 'REVERSED' then -p.amount else 0 end, 0, p.currency,
    coalesce(u.effective_on, cast(e.recorded_at at time zone o.time_zone as date), p.received_on), p.reason, e.actor_id,
    coalesce(e.recorded_at, p.created_at)
from payment p
join organisation o on o.id = p.organisation_id
left join lateral (
    select max(a.effective_on) as effective_on from allocation a
    where a.organisation_id = p.organisation_id and a.payment_id = p.id and a.undoes_id is not null) u on true
left join lateral (
    select v.actor_id, v.recorded_at from audit_event v
    where v.organisation_id = p.organisation_id and v.subject_id = p.id and v.action in ('payment.reversed', 'payment.rejected')
    order by v.recorded_at desc limit 1) e on true
where p.state in ('REJECTED', 'REVERSED');

create trigger payment_entry_append_only before update or delete or truncate on payment_entry
    for each statement execute function refuse_change();

-- What was agreed about a due date, and when; before the first entry it was due as it was billed.
create table receivable_due_date (
    organisation_id uuid not null references organisation,
    id uuid not null,
    receivable_id uuid not null,
    due_on date not null,
    -- From that day on it is due then: reports as of an earlier day go by the date before.
    effective_on date not null,
    reason text,
    recorded_by uuid,
    recorded_at timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, receivable_id) references receivable (organisation_id, id)
);

create index receivable_due_date_by_receivable on receivable_due_date (organisation_id, receivable_id, effective_on, recorded_at);

insert into receivable_due_date (organisation_id, id, receivable_id, due_on, effective_on, recorded_by, recorded_at)
select r.organisation_id, uuidv7(), r.id, r.due_on, coalesce(cast(e.recorded_at at time zone o.time_zone as date), r.issued_on),
    e.actor_id, coalesce(e.recorded_at, r.created_at)
from receivable r
join organisation o on o.id = r.organisation_id
left join lateral (
    select v.actor_id, v.recorded_at from audit_event v
    where v.organisation_id = r.organisation_id and v.subject_id = r.id and v.action = 'receivable.changed'
      and v.details ->> 'dueOn' = cast(r.due_on as text)
    order by v.recorded_at desc limit 1) e on true
where r.due_on <> r.billed_due_on;

create trigger receivable_due_date_append_only before update or delete or truncate on receivable_due_date
    for each statement execute function refuse_change();

-- Which receivable this one took the place of when a plan was made anew: the numbers on the original plan follow it back.
alter table receivable add column replaces_id uuid,
    add foreign key (organisation_id, replaces_id) references receivable (organisation_id, id);
create index receivable_replacing on receivable (organisation_id, replaces_id) where replaces_id is not null;

-- Up to which day the books are closed: the last row counts, so that who has to may open them again and leave a trace.
create table period_closing (
    organisation_id uuid not null references organisation,
    id uuid not null,
    closed_through date not null,
    reason text not null,
    closed_by uuid not null,
    recorded_at timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, closed_by) references app_user (organisation_id, id)
);

create index period_closing_by_time on period_closing (organisation_id, recorded_at, id);

create trigger period_closing_append_only before update or delete or truncate on period_closing
    for each statement execute function refuse_change();
