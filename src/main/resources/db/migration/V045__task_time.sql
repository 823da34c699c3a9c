-- Tasks with a time, of which the assignee is told until they acknowledge; and what asked for a task that is asked for once.
alter table follow_up
    -- By the organisation's clocks.
    add column due_time time,
    -- Again after so many minutes of work; once where null.
    add column nag_minutes int check (nag_minutes between 5 and 1440),
    -- When the assignee is to be told next; null once nobody needs to be.
    add column next_nag_at timestamptz,
    add column nags int not null default 0,
    add column acknowledged_at timestamptz,
    -- Names the one occasion that asked for it: asked once, however often the occasion is found, and also when it is done.
    add column cause text,
    drop constraint follow_up_origin_check,
    add constraint follow_up_origin_check check (origin in ('MANUAL', 'CONTACT', 'REMINDER', 'RECURRENCE', 'TRIGGER')),
    add check (nag_minutes is null or due_time is not null),
    add check (next_nag_at is null or status = 'OPEN');

create index follow_up_to_tell on follow_up (organisation_id, next_nag_at, id) where next_nag_at is not null;
create unique index follow_up_by_cause on follow_up (organisation_id, cause) where cause is not null;
