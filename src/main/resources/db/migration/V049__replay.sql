-- What would have been sent, had another policy been followed: compared with what is followed now.
create table policy_replay (
    organisation_id uuid not null references organisation,
    id uuid not null,
    from_on date not null,
    through_on date not null check (through_on >= from_on),
    scope text not null check (scope in ('ORGANISATION', 'CUSTOMER_CLASS', 'CUSTOMER', 'CONTRACT')),
    customer_class text,
    subject_id uuid,
    ladder jsonb not null,
    state text not null check (state in ('RUNNING', 'DONE')),
    -- Until then whoever works on it is taken to be alive.
    lease_until timestamptz not null,
    -- Receivables in all, and gone through; the next one is behind this one in the order of ids.
    total bigint not null,
    looked bigint not null,
    reached uuid not null,
    requested_by uuid not null,
    requested_at timestamptz not null,
    finished_at timestamptz,
    primary key (organisation_id, id),
    foreign key (organisation_id, requested_by) references app_user (organisation_id, id),
    check ((state = 'DONE') = (finished_at is not null))
);

create index policy_replay_running on policy_replay (organisation_id, lease_until) where state = 'RUNNING';

-- Who would have been told how much more or less, about which customer.
create table policy_replay_line (
    organisation_id uuid not null references organisation,
    replay_id uuid not null,
    person_id uuid not null,
    customer_id uuid not null,
    kept int not null,
    added int not null,
    removed int not null,
    moved int not null,
    primary key (organisation_id, replay_id, person_id, customer_id),
    foreign key (organisation_id, replay_id) references policy_replay (organisation_id, id),
    foreign key (organisation_id, person_id) references app_user (organisation_id, id),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id)
);
