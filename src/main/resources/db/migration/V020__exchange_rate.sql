-- What one unit of a currency was worth in another, on a day and by whose word. Never changed: of one day, what was recorded last counts.
create table exchange_rate (
    organisation_id uuid not null references organisation,
    id uuid not null,
    from_currency text not null check (from_currency ~ '^[A-Z]{3}$'),
    to_currency text not null check (to_currency ~ '^[A-Z]{3}$'),
    rate numeric(19, 8) not null check (rate > 0),
    rate_date date not null,
    source text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, recorded_by) references app_user (organisation_id, id),
    check (from_currency <> to_currency)
);

create index exchange_rate_by_pair on exchange_rate (organisation_id, from_currency, to_currency, rate_date, recorded_at, id);
create index exchange_rate_by_date on exchange_rate (organisation_id, rate_date, id);

create trigger exchange_rate_append_only before update or delete or truncate on exchange_rate
    for each statement execute function refuse_change();
