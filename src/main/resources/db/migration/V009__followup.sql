create table follow_up (
    organisation_id uuid not null references organisation,
    id uuid not null,
    customer_id uuid not null,
    receivable_id uuid,
    assignee_id uuid not null,
    subject text not null,
    note text,
    due_on date not null,
    due_at timestamptz,
    priority text not null check (priority in ('LOW', 'NORMAL', 'HIGH')),
    -- A person, or the reminder step that asked for it.
    origin text not null check (origin in ('MANUAL', 'CONTACT', 'REMINDER')),
    state text not null check (state in ('OPEN', 'DONE')),
    outcome text,
    completed_by uuid,
    completed_at timestamptz,
    created_by uuid,
    created_at timestamptz not null,
    version bigint not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    foreign key (organisation_id, receivable_id) references receivable (organisation_id, id),
    foreign key (organisation_id, assignee_id) references app_user (organisation_id, id),
    check ((state = 'DONE') = (completed_at is not null))
);

create index follow_up_by_assignee on follow_up (organisation_id, assignee_id, state, due_on, id);
create index follow_up_by_customer on follow_up (organisation_id, customer_id, state, due_on, id);
create index follow_up_by_receivable on follow_up (organisation_id, receivable_id) where receivable_id is not null;
