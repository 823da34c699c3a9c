-- Which week and hours an organisation works: what was set last counts.
create table work_week (
    organisation_id uuid not null references organisation,
    id uuid not null,
    country text check (country ~ '^[A-Z]{2}$'),
    weekend text[] not null check (cardinality(weekend) < 7),
    works_from time not null,
    works_to time not null,
    set_by uuid not null,
    set_at timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, set_by) references app_user (organisation_id, id),
    check (works_from < works_to)
);

create index work_week_latest on work_week (organisation_id, set_at desc, id desc);

create trigger work_week_append_only before update or delete or truncate on work_week
    for each statement execute function refuse_change();

-- Days of which an organisation says something itself.
create table calendar_day (
    organisation_id uuid not null references organisation,
    day date not null,
    kind text not null check (kind in ('HOLIDAY', 'WORKING')),
    name text not null,
    set_by uuid not null,
    set_at timestamptz not null,
    primary key (organisation_id, day),
    foreign key (organisation_id, set_by) references app_user (organisation_id, id)
);
