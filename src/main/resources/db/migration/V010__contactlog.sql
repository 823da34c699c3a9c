create table contact_log (
    organisation_id uuid not null references organisation,
    id uuid not null,
    customer_id uuid not null,
    receivable_id uuid,
    contact_id uuid,
    -- Who had the contact; a correction by somebody else does not change that.
    author_id uuid not null,
    channel text not null check (channel in ('CALL', 'VISIT', 'EMAIL', 'CHAT', 'LETTER', 'OTHER')),
    outcome text not null check (outcome in
        ('REACHED', 'NOT_REACHED', 'PROMISED', 'DISPUTED', 'WILL_CALL_BACK', 'WRONG_CONTACT', 'OTHER')),
    happened_at timestamptz not null,
    words text,
    follow_up_id uuid,
    -- A correction is a new row that names the row it replaces; nothing is overwritten.
    corrects_id uuid,
    -- The first version, and the how-manieth this is: all versions of a contact are found by one key.
    original_id uuid not null,
    revision int not null check (revision > 0),
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    primary key (organisation_id, id),
    unique (organisation_id, corrects_id),
    unique (organisation_id, original_id, revision),
    check ((corrects_id is null) = (revision = 1)),
    check ((id = original_id) = (revision = 1)),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    foreign key (organisation_id, receivable_id) references receivable (organisation_id, id),
    foreign key (organisation_id, contact_id) references contact (organisation_id, id),
    foreign key (organisation_id, author_id) references app_user (organisation_id, id),
    foreign key (organisation_id, recorded_by) references app_user (organisation_id, id),
    foreign key (organisation_id, follow_up_id) references follow_up (organisation_id, id),
    foreign key (organisation_id, corrects_id) references contact_log (organisation_id, id),
    foreign key (organisation_id, original_id) references contact_log (organisation_id, id)
);

create index contact_log_by_time on contact_log (organisation_id, happened_at, id);
create index contact_log_by_customer on contact_log (organisation_id, customer_id, happened_at, id);
create index contact_log_by_author on contact_log (organisation_id, author_id, happened_at, id);
create index contact_log_by_receivable on contact_log (organisation_id, receivable_id, happened_at, id) where receivable_id is not null;

create trigger contact_log_append_only before update or delete or truncate on contact_log
    for each statement execute function refuse_change();
