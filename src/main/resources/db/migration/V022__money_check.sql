-- What the latest nightly self-check found, so that every replica can tell operators of it.
create table money_check (
    organisation_id uuid not null references organisation,
    invariant text not null,
    violations bigint not null,
    checked_at timestamptz not null,
    primary key (organisation_id, invariant)
);
