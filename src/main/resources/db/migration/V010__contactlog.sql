create table contact_log (
    organisation_id uuid not null references organisation,
    id uuid not null,
    customer_id uuid not null,
    receivable_id uuid,
    contact_id uuid,
    author_id uuid not null,
    channel text not null check (channel in ('CALL', 'VISIT', 'EMAIL', 'CHAT', 'LETTER', 'OTHER')),
    outcome text not null,
    happened_at timestamptz not null,
    words text,
    follow_up_id uuid,
    -- A correction is a new row that names the row it replaces; nothing is overwritten.
    corrects_id uuid,
    recorded_at timestamptz not null,
    primary key (organisation_id, id),
    unique (organisation_id, corrects_id),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    foreign key (organisation_id, receivable_id) references receivable (organisation_id, id),
    foreign key (organisation_id, contact_id) references contact (organisation_id, id),
    foreign key (organisation_id, author_id) references app_user (organisation_id, id),
    foreign key (organisation_id, follow_up_id) references follow_up (organisation_id, id),
    foreign key (organisation_id, corrects_id) references contact_log (organisation_id, id)
);

create index contact_log_by_customer on contact_log (organisation_id, customer_id, happened_at, id);
create index contact_log_by_receivable on contact_log (organisation_id, receivable_id, happened_at, id) where receivable_id is not null;

create trigger contact_log_append_only before update or delete or truncate on contact_log
    for each statement execute function refuse_change();
