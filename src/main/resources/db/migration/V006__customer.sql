create table customer (
    organisation_id uuid not null references organisation,
    id uuid not null,
    code text not null,
    name text not null,
    customer_class text,
    owner_id uuid not null,
    credit_limit numeric(19, 4),
    credit_currency text,
    payment_method text,
    payment_cycle text,
    note text,
    created_at timestamptz not null,
    version bigint not null,
    primary key (organisation_id, id),
    unique (organisation_id, code),
    foreign key (organisation_id, owner_id) references app_user (organisation_id, id),
    check ((credit_limit is null) = (credit_currency is null))
);

create index customer_owner on customer (organisation_id, owner_id, name, id);

-- Whose customer it was when: a hand-over does not rewrite the collection rates of the past.
create table customer_ownership (
    organisation_id uuid not null references organisation,
    customer_id uuid not null,
    owned_from date not null,
    owner_id uuid not null,
    primary key (organisation_id, customer_id, owned_from),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    foreign key (organisation_id, owner_id) references app_user (organisation_id, id)
);

create table contact (
    organisation_id uuid not null references organisation,
    id uuid not null,
    customer_id uuid not null,
    name text not null,
    job_title text,
    phone text,
    email text,
    preferred boolean not null,
    version bigint not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id)
);

create index contact_customer on contact (organisation_id, customer_id, name, id);
