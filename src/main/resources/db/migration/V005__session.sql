create table session (
    organisation_id uuid not null references organisation,
    id uuid not null,
    user_id uuid not null,
    device text,
    -- Derives each successor of a refresh token from the token itself, so that a lost answer can be given again.
    rotation_secret bytea not null,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    revoked_because text,
    primary key (organisation_id, id),
    foreign key (organisation_id, user_id) references app_user (organisation_id, id)
);

create index session_by_user on session (organisation_id, user_id);

create table refresh_token (
    organisation_id uuid not null references organisation,
    -- SHA-256 of the token, in hexadecimal.
    hash text not null,
    session_id uuid not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (organisation_id, hash),
    foreign key (organisation_id, session_id) references session (organisation_id, id) on delete cascade
);

create index refresh_token_session on refresh_token (organisation_id, session_id);
