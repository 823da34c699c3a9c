-- Tasks that come again, by a rule.
create table recurring_task (
    organisation_id uuid not null references organisation,
    id uuid not null,
    customer_id uuid not null,
    -- Null for whoever owns the customer then.
    assignee_id uuid,
    subject text not null,
    note text,
    priority text not null check (priority in ('LOW', 'NORMAL', 'HIGH')),
    -- RFC 5545, whole days only.
    rule text not null,
    starts_on date not null,
    due_time time,
    nag_minutes int check (nag_minutes between 5 and 1440),
    -- How many days before it is due an occurrence becomes a task.
    ahead_days int not null check (ahead_days between 0 and 60),
    -- The next occurrence that is no task yet; null when none comes any more.
    next_on date,
    make_on date generated always as (next_on - ahead_days) stored,
    -- Occurrences up to this day become no tasks.
    paused_through date,
    ended_at timestamptz,
    created_by uuid not null,
    created_at timestamptz not null,
    version bigint not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    foreign key (organisation_id, assignee_id) references app_user (organisation_id, id),
    foreign key (organisation_id, created_by) references app_user (organisation_id, id),
    check (nag_minutes is null or due_time is not null),
    check (ended_at is null or next_on is null)
);

create index recurring_task_due on recurring_task (organisation_id, make_on, id) where make_on is not null;
create index recurring_task_by_customer on recurring_task (organisation_id, customer_id, id);
