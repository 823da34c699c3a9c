-- Templates of payment terms: in which portions a contract is paid, and when.
create table payment_terms (
    organisation_id uuid not null references organisation,
    id uuid not null,
    name text not null,
    -- In order, as the API shows them: plans copy what they take from it, so a template is one document.
    portions jsonb not null,
    created_at timestamptz not null,
    version bigint not null,
    primary key (organisation_id, id),
    unique (organisation_id, name)
);

-- From when on a new version of a plan needs a second person. The last row counts: who raises the limit leaves a trace.
create table replan_limit (
    organisation_id uuid not null references organisation,
    id uuid not null,
    -- Percent of the contract's amount that may be moved by one person; no limit where null.
    percent numeric(7, 4) check (percent >= 0 and percent <= 100),
    -- By how many days one person may move what is due; no limit where null.
    days int check (days >= 0),
    set_by uuid not null,
    set_at timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, set_by) references app_user (organisation_id, id)
);

create index replan_limit_by_time on replan_limit (organisation_id, set_at, id);

create trigger replan_limit_append_only before update or delete or truncate on replan_limit
    for each statement execute function refuse_change();

-- What was agreed about how a contract is paid: version 1 is the original, one of them is in force.
create table plan_version (
    organisation_id uuid not null references organisation,
    contract_id uuid not null,
    number int not null check (number >= 1),
    state text not null check (state in ('PROPOSED', 'IN_FORCE', 'SUPERSEDED', 'REFUSED')),
    reason text,
    -- From when on what it bills is owed.
    issued_on date not null,
    -- How much of what was open it moves, and how far at most; no days where some of it loses its date.
    moved_amount numeric(19, 4) not null check (moved_amount >= 0),
    moved_days int,
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    -- Null where it needed nobody's approval.
    decided_by uuid,
    decided_at timestamptz,
    decision_note text,
    primary key (organisation_id, contract_id, number),
    foreign key (organisation_id, contract_id) references contract (organisation_id, id),
    foreign key (organisation_id, proposed_by) references app_user (organisation_id, id),
    foreign key (organisation_id, decided_by) references app_user (organisation_id, id),
    check ((state = 'PROPOSED') = (decided_at is null)),
    -- Maker and checker are two people; who proposed it may take it back.
    check (state = 'REFUSED' or decided_by is distinct from proposed_by),
    check (number = 1 or reason is not null)
);

create unique index plan_version_in_force on plan_version (organisation_id, contract_id) where state = 'IN_FORCE';
create unique index plan_version_proposed on plan_version (organisation_id, contract_id) where state = 'PROPOSED';

create table plan_line (
    organisation_id uuid not null references organisation,
    id uuid not null,
    contract_id uuid not null,
    version int not null,
    ordinal int not null check (ordinal >= 1),
    label text not null,
    amount numeric(19, 4) not null check (amount > 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    -- What of the amount was paid on a receivable that this line's own took the place of.
    carried_amount numeric(19, 4) not null check (carried_amount >= 0 and carried_amount <= amount),
    -- Kept back as a security, to be paid by a clock of its own.
    holdback boolean not null,
    trigger_kind text check (trigger_kind in ('ISSUE', 'SIGNING', 'DELIVERY', 'ACCEPTANCE')),
    due_kind text check (due_kind in ('DAYS', 'END_OF_MONTH', 'FIXED_DAY')),
    due_months int,
    due_days int,
    due_day int,
    working_days text check (working_days in ('AS_IS', 'FOLLOWING', 'PRECEDING', 'MODIFIED_FOLLOWING')),
    -- As agreed, or reckoned from the milestone; null while that is waited for.
    due_on date,
    -- The line of the version before that it goes on from.
    follows_id uuid,
    receivable_id uuid,
    -- The receivable whose place its own takes, or would take.
    replaces_id uuid,
    primary key (organisation_id, id),
    unique (organisation_id, contract_id, version, ordinal),
    foreign key (organisation_id, contract_id, version) references plan_version (organisation_id, contract_id, number),
    foreign key (organisation_id, follows_id) references plan_line (organisation_id, id),
    foreign key (organisation_id, receivable_id) references receivable (organisation_id, id),
    foreign key (organisation_id, replaces_id) references receivable (organisation_id, id),
    check (num_nonnulls(trigger_kind, due_kind, due_months, due_days, due_day, working_days) in (0, 6)),
    check (trigger_kind is not null or due_on is not null),
    check (receivable_id is null or due_on is not null)
);

create index plan_line_follows on plan_line (organisation_id, follows_id) where follows_id is not null;
create index plan_line_replaces on plan_line (organisation_id, replaces_id) where replaces_id is not null;
create index plan_line_receivable on plan_line (organisation_id, receivable_id) where receivable_id is not null;

-- What a contract's lines wait for. Signing is told by the contract itself.
create table contract_milestone (
    organisation_id uuid not null references organisation,
    contract_id uuid not null,
    kind text not null check (kind in ('DELIVERY', 'ACCEPTANCE')),
    reached_on date not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    primary key (organisation_id, contract_id, kind),
    foreign key (organisation_id, contract_id) references contract (organisation_id, id),
    foreign key (organisation_id, recorded_by) references app_user (organisation_id, id)
);

create trigger contract_milestone_append_only before update or delete or truncate on contract_milestone
    for each statement execute function refuse_change();
