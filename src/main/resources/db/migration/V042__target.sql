-- Groups and systems outside that an organisation has told. URLs and secrets are sealed: Base64 of key id, nonce and AES-256-GCM.
create table channel_target (
    organisation_id uuid not null references organisation,
    id uuid not null,
    kind text not null check (kind in ('WECOM', 'DINGTALK', 'FEISHU', 'WEBHOOK')),
    name text not null check (length(name) between 1 and 100),
    may_name_customers boolean not null,
    host text not null,
    sealed_url text not null,
    sealed_secret text,
    sealed_previous_secret text,
    previous_secret_until timestamptz,
    version bigint not null,
    primary key (organisation_id, id),
    unique (organisation_id, name),
    check ((sealed_previous_secret is null) = (previous_secret_until is null))
);
