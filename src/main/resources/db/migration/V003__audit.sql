create table audit_event (
    organisation_id uuid not null references organisation,
    id uuid not null,
    actor_id uuid,
    action text not null,
    subject text not null,
    subject_id uuid not null,
    details jsonb not null,
    recorded_at timestamptz not null,
    primary key (organisation_id, id)
);

create index audit_event_by_time on audit_event (organisation_id, recorded_at, id);
create index audit_event_by_subject on audit_event (organisation_id, subject_id, recorded_at, id);
create index audit_event_by_actor on audit_event (organisation_id, actor_id, recorded_at, id) where actor_id is not null;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create trigger audit_event_append_only before update or delete or truncate on audit_event
    for each statement execute function refuse_change();
