-- Teams come with the people in them: a person belongs to a team, a team has a manager.
create table team (
    organisation_id uuid not null references organisation,
    id uuid not null,
    name text not null,
    parent_id uuid,
    manager_id uuid,
    version bigint not null,
    primary key (organisation_id, id),
    unique (organisation_id, name),
    foreign key (organisation_id, parent_id) references team (organisation_id, id)
);

create index team_parent on team (organisation_id, parent_id);
create index team_manager on team (organisation_id, manager_id);

create table app_user (
    organisation_id uuid not null references organisation,
    id uuid not null,
    username text not null check (username = lower(username)),
    display_name text not null,
    roles text[] not null,
    team_id uuid,
    locale text not null,
    password_hash text not null,
    must_change_password boolean not null,
    active boolean not null,
    created_at timestamptz not null,
    version bigint not null,
    primary key (organisation_id, id),
    unique (organisation_id, username),
    foreign key (organisation_id, team_id) references team (organisation_id, id)
);

create index app_user_team on app_user (organisation_id, team_id);

alter table team add foreign key (organisation_id, manager_id) references app_user (organisation_id, id);
