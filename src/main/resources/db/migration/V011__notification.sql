-- What one person is told. The inbox is the truth; a push only points at it.
create table notice (
    organisation_id uuid not null references organisation,
    id uuid not null,
    recipient_id uuid not null,
    kind text not null,
    receivable_id uuid,
    customer_id uuid,
    -- The reminder step and its how-manieth telling; 0 for notices that come from no ladder.
    step_offset_days int not null,
    occurrence int not null,
    due_on date,
    open_amount numeric(19, 4),
    currency text,
    business_date date not null,
    state text not null check (state in ('UNSEEN', 'SEEN', 'READ', 'ACKNOWLEDGED', 'DONE')),
    created_at timestamptz not null,
    state_changed_at timestamptz,
    primary key (organisation_id, id),
    foreign key (organisation_id, recipient_id) references app_user (organisation_id, id),
    foreign key (organisation_id, receivable_id) references receivable (organisation_id, id)
);

create unique index notice_once on notice (organisation_id, receivable_id, recipient_id, step_offset_days, occurrence, due_on)
    where receivable_id is not null;
create index notice_inbox on notice (organisation_id, recipient_id, id);
create index notice_of_day on notice (organisation_id, recipient_id, business_date);

create table device (
    organisation_id uuid not null references organisation,
    installation_id text not null,
    user_id uuid not null,
    platform text not null check (platform in ('ANDROID', 'IOS', 'WEB')),
    address text not null,
    address_kind text not null check (address_kind in ('TOKEN', 'FID')),
    locale text not null,
    app_version text,
    permission text,
    -- In use until signed out or found unregistered.
    active boolean not null,
    retired_because text,
    registered_at timestamptz not null,
    last_seen_at timestamptz not null,
    version bigint not null,
    primary key (organisation_id, installation_id),
    foreign key (organisation_id, user_id) references app_user (organisation_id, id)
);

-- One physical address has one user, in all organisations: a phone that changes hands moves.
create unique index device_address on device (address) where active;
create index device_user on device (organisation_id, user_id) where active;

-- One digest per person and local day.
create table digest (
    organisation_id uuid not null references organisation,
    id uuid not null,
    recipient_id uuid not null,
    business_date date not null,
    send_at timestamptz not null,
    expires_at timestamptz not null,
    state text not null check (state in ('PLANNED', 'SENT', 'EMPTY', 'EXPIRED')),
    created_at timestamptz not null,
    primary key (organisation_id, id),
    unique (organisation_id, recipient_id, business_date),
    foreign key (organisation_id, recipient_id) references app_user (organisation_id, id)
);

create index digest_due on digest (send_at) where state = 'PLANNED';

-- One attempt chain to bring a digest to one device.
create table delivery (
    organisation_id uuid not null references organisation,
    id uuid not null,
    digest_id uuid not null,
    installation_id text not null,
    state text not null check (state in ('PENDING', 'CLAIMED', 'SENT', 'ADDRESS_GONE', 'CANCELLED', 'DEAD')),
    attempts int not null,
    not_before timestamptz not null,
    expires_at timestamptz not null,
    lease_token uuid,
    lease_until timestamptz,
    outcome text,
    outcome_unknown boolean not null,
    message_id text,
    created_at timestamptz not null,
    finished_at timestamptz,
    primary key (organisation_id, id),
    unique (organisation_id, digest_id, installation_id),
    foreign key (organisation_id, digest_id) references digest (organisation_id, id),
    foreign key (organisation_id, installation_id) references device (organisation_id, installation_id)
);

create index delivery_due on delivery (not_before) where state in ('PENDING', 'CLAIMED');
