create table reminder_run (
    organisation_id uuid not null references organisation,
    id uuid not null,
    business_date date not null,
    dry_run boolean not null,
    origin text not null check (origin in ('SCHEDULE', 'REQUEST')),
    requested_by uuid,
    state text not null check (state in ('RUNNING', 'DONE')),
    -- Until then whoever works the run is taken to be alive; afterwards any replica goes on with it.
    lease_until timestamptz not null,
    looked int not null,
    sent int not null,
    suppressed int not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    primary key (organisation_id, id),
    check ((state = 'DONE') = (finished_at is not null))
);

-- The schedule has one run a day, however many replicas tick.
create unique index reminder_run_of_day on reminder_run (organisation_id, business_date) where origin = 'SCHEDULE';
create index reminder_run_running on reminder_run (organisation_id, lease_until) where state = 'RUNNING';

-- How many receivables of a run met which fate: a step sent, or a reason why not (of which the offset is 0).
create table reminder_run_count (
    organisation_id uuid not null references organisation,
    run_id uuid not null,
    fate text not null,
    offset_days int not null,
    count int not null,
    primary key (organisation_id, run_id, fate, offset_days),
    foreign key (organisation_id, run_id) references reminder_run (organisation_id, id)
);

-- Where each receivable stands on its ladder: what was sent last. Speaks of a due date: with another one the ladder starts anew.
create table reminder_position (
    organisation_id uuid not null references organisation,
    receivable_id uuid not null,
    due_on date not null,
    offset_days int not null,
    occurrence int not null,
    sent_on date not null,
    acknowledged boolean not null,
    primary key (organisation_id, receivable_id),
    foreign key (organisation_id, receivable_id) references receivable (organisation_id, id)
)
-- A row is rewritten with each step, and no index has a column that changes: with room on the page no index is touched.
with (fillfactor = 80);

-- One row per look: why somebody was, or was not, reminded. Written by the thousand and read by receivable: the key is in that order, so that
-- it is the only index.
create table reminder_decision (
    organisation_id uuid not null references organisation,
    id uuid not null,
    run_id uuid not null,
    receivable_id uuid not null,
    business_date date not null,
    fate text not null,
    offset_days int,
    occurrence int,
    policy_version int not null,
    open_amount numeric(19, 4) not null,
    next_look_on date not null,
    decided_at timestamptz not null,
    primary key (organisation_id, receivable_id, id),
    check ((fate = 'SENT') = (offset_days is not null and occurrence is not null))
);
