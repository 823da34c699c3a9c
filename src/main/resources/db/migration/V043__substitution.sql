-- Who stands in for whom while somebody is away. Only said of days: nothing changes its owner, recipient or assignee.
create table substitution (
    organisation_id uuid not null references organisation,
    id uuid not null,
    absent_id uuid not null,
    substitute_id uuid not null,
    starts_on date not null,
    -- The last day.
    ends_on date not null,
    reason text not null,
    created_by uuid not null,
    created_at timestamptz not null,
    -- Where somebody ended it before its last day.
    ended_at timestamptz,
    ended_by uuid,
    primary key (organisation_id, id),
    foreign key (organisation_id, absent_id) references app_user (organisation_id, id),
    foreign key (organisation_id, substitute_id) references app_user (organisation_id, id),
    foreign key (organisation_id, created_by) references app_user (organisation_id, id),
    foreign key (organisation_id, ended_by) references app_user (organisation_id, id),
    check (starts_on <= ends_on),
    check (absent_id <> substitute_id),
    check ((ended_at is null) = (ended_by is null))
);

create index substitution_by_absent on substitution (organisation_id, absent_id, ends_on) where ended_at is null;
create index substitution_by_substitute on substitution (organisation_id, substitute_id, ends_on) where ended_at is null;
create index substitution_by_day on substitution (organisation_id, starts_on, id);

-- Who receives, sees and does what is absent_id's, on the days from starts_on to ends_on (the organisation's dates): at most one row a day,
-- and never one whose substitute is away as well. Who has left or lost a role since stands in for nobody:
--   left join stand_in s on s.organisation_id = n.organisation_id and s.absent_id = n.recipient_id and :day between s.starts_on and s.ends_on
--   coalesce(s.substitute_id, n.recipient_id)
create view stand_in with (security_invoker = true) as
select s.organisation_id, s.id, s.absent_id, s.substitute_id, s.starts_on, s.ends_on
from substitution s
join app_user a on a.organisation_id = s.organisation_id and a.id = s.absent_id
join app_user u on u.organisation_id = s.organisation_id and u.id = s.substitute_id and u.active and u.roles @> a.roles
where s.ended_at is null;
