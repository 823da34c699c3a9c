-- Customers that changed hands together.
create table hand_over (
    organisation_id uuid not null references organisation,
    id uuid not null,
    from_id uuid not null,
    to_id uuid not null,
    reason text not null,
    -- From which business date on.
    day date not null,
    customers bigint not null check (customers > 0),
    open_receivables bigint not null,
    open_follow_ups bigint not null,
    made_by uuid not null,
    made_at timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, from_id) references app_user (organisation_id, id),
    foreign key (organisation_id, to_id) references app_user (organisation_id, id),
    foreign key (organisation_id, made_by) references app_user (organisation_id, id),
    check (from_id <> to_id)
);

create trigger hand_over_append_only before update or delete or truncate on hand_over
    for each statement execute function refuse_change();
