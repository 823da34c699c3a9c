-- A ladder speaks to the customer or to colleagues, and that never changes. Those that there are speak to colleagues.
alter table reminder_policy add column for_customers boolean not null default false;

alter table contact
    -- In which letters are written; null: as the customer's owner reads.
    add column locale text check (locale in ('zh-CN', 'en')),
    -- The customer's letters go here before they go to anybody else.
    add column dunned boolean not null default false,
    add column opted_out_at timestamptz,
    -- Null where the contact did so by the link in a letter.
    add column opted_out_by uuid,
    add check (opted_out_by is null or opted_out_at is not null),
    add foreign key (organisation_id, opted_out_by) references app_user (organisation_id, id);
