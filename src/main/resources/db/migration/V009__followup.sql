create table follow_up (
    organisation_id uuid not null references organisation,
    id uuid not null,
    customer_id uuid not null,
    receivable_id uuid,
    assignee_id uuid not null,
    subject text not null,
    note text,
    due_on date not null,
    priority text not null check (priority in ('LOW', 'NORMAL', 'HIGH')),
    -- A person, or the reminder step that asked for it.
    origin text not null check (origin in ('MANUAL', 'CONTACT', 'REMINDER')),
    -- What a reminder asked for, so that it asks once: stays when somebody words the subject anew.
    origin_key text,
    status text not null check (status in ('OPEN', 'DONE')),
    outcome text,
    outcome_note text,
    completed_by uuid,
    completed_at timestamptz,
    created_by uuid,
    created_at timestamptz not null,
    version bigint not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    foreign key (organisation_id, receivable_id) references receivable (organisation_id, id),
    foreign key (organisation_id, assignee_id) references app_user (organisation_id, id),
    check ((status = 'DONE') = (completed_at is not null))
);

create index follow_up_by_assignee on follow_up (organisation_id, assignee_id, status, due_on, id);
create index follow_up_by_customer on follow_up (organisation_id, customer_id, status, due_on, id);
create index follow_up_by_receivable on follow_up (organisation_id, receivable_id) where receivable_id is not null;

-- A reminder run may be repeated: each receivable has one open task of a kind.
create unique index follow_up_once on follow_up (organisation_id, receivable_id, origin_key)
    where origin_key is not null and status = 'OPEN';
