create table import (
    organisation_id uuid not null references organisation,
    id uuid not null,
    requested_by uuid not null,
    kind text not null check (kind in ('CUSTOMERS', 'RECEIVABLES', 'PAYMENTS')),
    file_name text,
    spec jsonb not null,
    state text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    failure text,
    bytes bigint not null,
    -- Data rows that are done with: a replica that takes over after a crash goes on behind them.
    rows_read bigint not null,
    rows_accepted bigint not null,
    rows_unchanged bigint not null,
    rows_refused bigint not null,
    lease_token uuid,
    lease_until timestamptz,
    created_at timestamptz not null,
    finished_at timestamptz,
    primary key (organisation_id, id),
    foreign key (organisation_id, requested_by) references app_user (organisation_id, id)
);

create index import_running on import (lease_until) where state = 'RUNNING';
create index import_list on import (organisation_id, id);

-- The file, until it is done with: any replica can go on where another one died.
create table import_chunk (
    organisation_id uuid not null references organisation,
    import_id uuid not null,
    ordinal int not null,
    bytes bytea not null,
    primary key (organisation_id, import_id, ordinal),
    foreign key (organisation_id, import_id) references import (organisation_id, id)
);

create table import_problem (
    organisation_id uuid not null references organisation,
    import_id uuid not null,
    line bigint not null,
    column_name text not null,
    code text not null,
    message text not null,
    primary key (organisation_id, import_id, line, column_name, code),
    foreign key (organisation_id, import_id) references import (organisation_id, id)
);
