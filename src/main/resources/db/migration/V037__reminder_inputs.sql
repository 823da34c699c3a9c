-- What a decision was made of, besides what was open: so that it can be made again from its row.
alter table reminder_decision
    -- Null for the ladder that everybody has until the organisation writes one.
    add column policy_id uuid,
    add column due_on date,
    add column on_hold numeric(19, 4) not null default 0,
    add column promise_broken boolean not null default false,
    -- What had been sent last, as of that due date.
    add column last_offset_days int,
    add column last_occurrence int,
    add column last_sent_on date,
    add column last_acknowledged boolean,
    add check (num_nonnulls(last_offset_days, last_occurrence, last_sent_on, last_acknowledged) in (0, 4));

-- How many promises had been broken when something was sent last: one more moves the ladder one step up.
alter table reminder_position add column promises_broken int not null default 0;

-- Receivables that may follow another ladder, or another calendar, from now on: they are looked at anew, page by page in the order of their
-- ids, however many they are.
create table look_pull (
    organisation_id uuid not null references organisation,
    id uuid not null,
    customer_class text,
    -- Customers and contracts; none stands for all.
    subject_ids uuid[] not null,
    -- Where the next page begins.
    reached uuid not null,
    primary key (organisation_id, id)
);
