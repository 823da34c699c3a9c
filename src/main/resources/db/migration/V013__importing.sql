create table import (
    organisation_id uuid not null references organisation,
    id uuid not null,
    requested_by uuid not null,
    kind text not null check (kind in ('CUSTOMERS', 'RECEIVABLES', 'PAYMENTS')),
    file_name text,
    spec jsonb not null,
    -- Whose today decides what lies in the future, and the language that refusals are told in: both as of the upload.
    time_zone text not null,
    accept_language text,
    state text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    failure text,
    bytes bigint not null,
    -- Data rows that are done with: a replica that takes over after a crash goes on behind them.
    rows_read bigint not null,
    rows_accepted bigint not null,
    rows_unchanged bigint not null,
    rows_refused bigint not null,
    -- How often it was taken up since it last got on: a file that breaks its worker is given up in the end.
    attempts int not null,
    lease_token uuid not null,
    lease_until timestamptz not null,
    created_at timestamptz not null,
    finished_at timestamptz,
    primary key (organisation_id, id),
    foreign key (organisation_id, requested_by) references app_user (organisation_id, id)
);

create index import_running on import (lease_until) where state = 'RUNNING';

-- The file, until it is done with: any replica can go on where another one died.
create table import_chunk (
    organisation_id uuid not null references organisation,
    import_id uuid not null,
    ordinal int not null,
    bytes bytea not null,
    primary key (organisation_id, import_id, ordinal),
    foreign key (organisation_id, import_id) references import (organisation_id, id)
);

-- A chunk lives for minutes: compressing it costs more than it saves.
alter table import_chunk alter column bytes set storage external;

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
