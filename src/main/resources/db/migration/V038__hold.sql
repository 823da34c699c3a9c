-- What is taken out of the demand for a receivable for some days. It stands on a day while nobody has ended it, from its first day to
-- its last; several together take out no more than is open.
create table hold (
    organisation_id uuid not null references organisation,
    id uuid not null,
    receivable_id uuid not null,
    customer_id uuid not null,
    kind text not null check (kind in ('PROMISE', 'DISPUTE', 'PAUSE', 'LEGAL')),
    -- The promise, dispute or pause that it comes of.
    cause_id uuid not null,
    amount numeric(19, 4) not null check (amount >= 0),
    starts_on date not null,
    ends_on date check (ends_on >= starts_on),
    ended_at timestamptz,
    primary key (organisation_id, id),
    unique (organisation_id, cause_id, receivable_id),
    foreign key (organisation_id, receivable_id) references receivable (organisation_id, id),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    -- What only a decision ends, somebody has to decide on.
    check (ends_on is not null or kind in ('DISPUTE', 'LEGAL'))
);

create index hold_standing on hold (organisation_id, receivable_id) where ended_at is null;

-- Nobody is asked for one receivable, or any of a customer, for a while: as agreed, or because lawyers have it.
create table pause (
    organisation_id uuid not null references organisation,
    id uuid not null,
    customer_id uuid not null,
    -- Of nothing: whatever of the customer is open, or will be.
    receivable_id uuid,
    kind text not null check (kind in ('PAUSE', 'LEGAL')),
    starts_on date not null,
    held_until date check (held_until >= starts_on),
    reason text not null,
    agreed_by uuid not null,
    agreed_at timestamptz not null,
    ended_by uuid,
    ended_at timestamptz,
    ended_because text,
    version bigint not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    foreign key (organisation_id, receivable_id) references receivable (organisation_id, id),
    foreign key (organisation_id, agreed_by) references app_user (organisation_id, id),
    foreign key (organisation_id, ended_by) references app_user (organisation_id, id),
    check (held_until is not null or kind = 'LEGAL'),
    check (num_nonnulls(ended_by, ended_at, ended_because) in (0, 3))
);

create index pause_by_time on pause (organisation_id, agreed_at, id);
create index pause_by_customer on pause (organisation_id, customer_id, agreed_at, id);
