create table organisation (
    id uuid primary key,
    code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
    name text not null,
    time_zone text not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    locale text not null,
    created_at timestamptz not null,
    version bigint not null
);

comment on table organisation is 'The tenant. Every other table leads with its id.';
