-- What one person is told. The inbox is the truth; a push only points at it.
create table notice (
    organisation_id uuid not null references organisation,
    id uuid not null,
    recipient_id uuid not null,
    kind text not null,
    receivable_id uuid not null,
    customer_id uuid not null,
    -- The reminder step and its how-manieth telling.
    step_offset_days int not null,
    occurrence int not null,
    -- What was open and due when it was told.
    due_on date not null,
    open_amount numeric(19, 4) not null,
    currency text not null,
    business_date date not null,
    state text not null check (state in ('UNSEEN', 'SEEN', 'READ', 'ACKNOWLEDGED', 'DONE')),
    created_at timestamptz not null,
    state_changed_at timestamptz,
    primary key (organisation_id, id),
    unique (organisation_id, receivable_id, recipient_id, step_offset_days, occurrence, due_on),
    foreign key (organisation_id, recipient_id) references app_user (organisation_id, id),
    foreign key (organisation_id, receivable_id) references receivable (organisation_id, id)
);

create index notice_inbox on notice (organisation_id, recipient_id, id);
create index notice_of_day on notice (organisation_id, recipient_id, business_date);

-- What it still makes sense to tell somebody: not done, not paid, not put off, and theirs to see as of now (as the team room decides it).
create view notice_worth_telling with (security_invoker = true) as
select n.organisation_id, n.id, n.recipient_id, n.business_date, n.receivable_id, r.due_on
from notice n
join receivable r on r.organisation_id = n.organisation_id and r.id = n.receivable_id and r.open_amount > 0 and r.due_on = n.due_on
join app_user u on u.organisation_id = n.organisation_id and u.id = n.recipient_id and u.active
where n.state <> 'DONE'
  and (r.owner_id = n.recipient_id
    or u.roles && array['FINANCE', 'ADMIN']
    or 'MANAGER' = any (u.roles) and exists (
        with recursive above (manager_id, parent_id) as (
            -- The teams that the owner is in or leads, and all teams above them.
            select t.manager_id, t.parent_id from team t
            where t.organisation_id = n.organisation_id
              and (t.manager_id = r.owner_id
                or t.id = (select o.team_id from app_user o
                           where o.organisation_id = n.organisation_id and o.id = r.owner_id))
            union
            select t.manager_id, t.parent_id from team t
            join above a on t.id = a.parent_id
            where t.organisation_id = n.organisation_id)
        select 1 from above where above.manager_id = n.recipient_id));

create table device (
    organisation_id uuid not null references organisation,
    installation_id text not null,
    user_id uuid not null,
    platform text not null check (platform in ('ANDROID', 'IOS', 'WEB')),
    address text not null,
    address_kind text not null check (address_kind in ('TOKEN', 'FID')),
    locale text not null,
    app_version text,
    permission text,
    -- In use until signed out or found unregistered.
    active boolean not null,
    retired_because text,
    registered_at timestamptz not null,
    last_seen_at timestamptz not null,
    version bigint not null,
    primary key (organisation_id, installation_id),
    foreign key (organisation_id, user_id) references app_user (organisation_id, id)
);

-- One physical address has one user, in all organisations: a phone that changes hands moves.
create unique index device_address on device (address) where active;
create index device_user on device (organisation_id, user_id) where active;

-- One digest per person and local day.
create table digest (
    organisation_id uuid not null references organisation,
    id uuid not null,
    recipient_id uuid not null,
    business_date date not null,
    send_at timestamptz not null,
    expires_at timestamptz not null,
    -- False for one that somebody asked for just now.
    heeds_quiet_hours boolean not null,
    state text not null check (state in ('PLANNED', 'SENT', 'EMPTY', 'EXPIRED')),
    created_at timestamptz not null,
    primary key (organisation_id, id),
    unique (organisation_id, recipient_id, business_date),
    foreign key (organisation_id, recipient_id) references app_user (organisation_id, id)
);

create index digest_due on digest (organisation_id, send_at) where state = 'PLANNED';

-- One attempt chain to bring a digest to one device.
create table delivery (
    organisation_id uuid not null references organisation,
    id uuid not null,
    digest_id uuid not null,
    installation_id text not null,
    -- CLAIMED: a replica has it in hand. SENDING: it may be on its way, so that losing the replica leaves the outcome unknown.
    state text not null check (state in ('PENDING', 'CLAIMED', 'SENDING', 'SENT', 'ADDRESS_GONE', 'CANCELLED', 'DEAD')),
    attempts int not null,
    -- When a replica may take it (again): for one that is in hand, the end of the lease.
    due_at timestamptz not null,
    expires_at timestamptz not null,
    lease_token uuid,
    outcome text,
    outcome_unknown boolean not null,
    message_id text,
    created_at timestamptz not null,
    finished_at timestamptz,
    primary key (organisation_id, id),
    unique (organisation_id, digest_id, installation_id),
    foreign key (organisation_id, digest_id) references digest (organisation_id, id),
    foreign key (organisation_id, installation_id) references device (organisation_id, installation_id)
);

create index delivery_due on delivery (organisation_id, due_at) where state in ('PENDING', 'CLAIMED', 'SENDING');
