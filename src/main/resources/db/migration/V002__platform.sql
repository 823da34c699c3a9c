-- Kept for seven days; written in the transaction of the work that the key guards.
create table idempotency_key (
    organisation_id uuid not null references organisation,
    user_id uuid not null,
    operation text not null,
    key text not null,
    fingerprint text not null,
    body text not null,
    version bigint not null,
    location text not null,
    created_at timestamptz not null,
    primary key (organisation_id, user_id, operation, key)
);

create index idempotency_key_age on idempotency_key (created_at);

-- Token buckets of sign-in attempts, by account and by address. Holds no organisation's data: an address belongs to none.
create table rate_limit (
    id bigint primary key,
    state bytea,
    expires_at bigint
);
