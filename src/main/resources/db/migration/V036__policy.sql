-- A ladder of reminder steps, by name. What it says is in its versions, so that a decision can be traced to the text it followed.
create table reminder_policy (
    organisation_id uuid not null references organisation,
    id uuid not null,
    name text not null,
    latest int not null check (latest >= 1),
    created_at timestamptz not null,
    version bigint not null,
    primary key (organisation_id, id),
    unique (organisation_id, name)
);

create table reminder_policy_version (
    organisation_id uuid not null references organisation,
    policy_id uuid not null,
    number int not null check (number >= 1),
    ladder jsonb not null,
    written_by uuid not null,
    written_at timestamptz not null,
    primary key (organisation_id, policy_id, number),
    foreign key (organisation_id, policy_id) references reminder_policy (organisation_id, id),
    foreign key (organisation_id, written_by) references app_user (organisation_id, id)
);

-- Which policy the reminders of what follow. The most specific one that has not ended wins.
create table policy_assignment (
    organisation_id uuid not null references organisation,
    id uuid not null,
    scope text not null check (scope in ('ORGANISATION', 'CUSTOMER_CLASS', 'CUSTOMER', 'CONTRACT')),
    customer_class text,
    customer_id uuid,
    contract_id uuid,
    -- Null for "no reminders".
    policy_id uuid,
    last_day date,
    reason text,
    assigned_by uuid not null,
    assigned_at timestamptz not null,
    version bigint not null,
    primary key (organisation_id, id),
    unique nulls not distinct (organisation_id, scope, customer_class, customer_id, contract_id),
    check ((scope = 'CUSTOMER_CLASS') = (customer_class is not null)),
    check ((scope = 'CUSTOMER') = (customer_id is not null)),
    check ((scope = 'CONTRACT') = (contract_id is not null)),
    foreign key (organisation_id, policy_id) references reminder_policy (organisation_id, id),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    foreign key (organisation_id, contract_id) references contract (organisation_id, id),
    foreign key (organisation_id, assigned_by) references app_user (organisation_id, id)
);

create index policy_assignment_customer on policy_assignment (organisation_id, customer_id) where customer_id is not null;
create index policy_assignment_contract on policy_assignment (organisation_id, contract_id) where contract_id is not null;
create index policy_assignment_policy on policy_assignment (organisation_id, policy_id) where policy_id is not null;
