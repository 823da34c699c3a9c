-- Besides a day's digest, people are told single things that can't wait: each is a telling, brought over one channel after the other until
-- one has succeeded. Adds columns with defaults only, so nothing is rewritten; locks the tables for as long as that takes.
alter table digest rename to telling;
alter table telling
    -- Names the words: DIGEST, or what happened.
    add column kind text not null default 'DIGEST',
    -- What a person's choice of channels goes by.
    add column category text not null default 'REMINDERS',
    -- The digest's: the first business date that it tells of, where an older digest was merged into it.
    add column since_date date,
    -- The one notice that it tells of; or the business date whose notices of its kind it counts.
    add column notice_id uuid,
    add column about_day date,
    -- How far down the person's list of channels it has got.
    add column rank int not null default 0,
    -- The local day on which it was last counted against the person's cap.
    add column counted_on date,
    alter column business_date drop not null,
    drop constraint digest_state_check,
    add constraint telling_state_check
        check (state in ('PLANNED', 'TELLING', 'SENT', 'EMPTY', 'EXPIRED', 'MERGED', 'CAPPED', 'UNREACHED')),
    add constraint telling_about_check check (num_nonnulls(business_date, notice_id, about_day) = 1),
    add constraint telling_digest_check check ((kind = 'DIGEST') = (business_date is not null)),
    add foreign key (organisation_id, notice_id) references notice (organisation_id, id);
create unique index telling_once on telling (organisation_id, recipient_id, kind, notice_id, about_day) nulls not distinct where kind <> 'DIGEST';
alter index digest_due rename to telling_due;
create index telling_open on telling (organisation_id, recipient_id) where state in ('PLANNED', 'TELLING');
create index telling_under_way on telling (organisation_id, id) where state = 'TELLING';

-- The release before plans through this while replicas are replaced; what it can't bring any more, the others do. Dropped by the next release.
create view digest with (security_invoker = true) as
select organisation_id, id, recipient_id, business_date, send_at, expires_at, heeds_quiet_hours, state, created_at from telling;

alter table delivery rename column digest_id to telling_id;
alter table delivery
    add column channel text not null default 'FCM',
    add column lane text not null default '',
    -- Only where it goes to a device.
    alter column installation_id drop not null,
    drop constraint delivery_organisation_id_digest_id_installation_id_key;
update delivery y set lane = v.platform
from device v
where y.organisation_id = v.organisation_id and y.installation_id = v.installation_id and y.state in ('PENDING', 'CLAIMED', 'SENDING');
create unique index delivery_once on delivery (organisation_id, telling_id, channel, installation_id) nulls not distinct;
update telling t set state = 'TELLING'
where t.state = 'SENT' and exists (
    select 1 from delivery y
    where y.organisation_id = t.organisation_id and y.telling_id = t.id and y.state in ('PENDING', 'CLAIMED', 'SENDING'));

-- How much one person has been told on one local day, so that nothing exceeds the cap.
create table told_day (
    organisation_id uuid not null references organisation,
    recipient_id uuid not null,
    day date not null,
    told int not null,
    cap int not null,
    primary key (organisation_id, recipient_id, day),
    foreign key (organisation_id, recipient_id) references app_user (organisation_id, id)
);

-- What an organisation has set for those who have set nothing.
create table notification_default (
    organisation_id uuid not null primary key references organisation,
    quiet_from time not null,
    quiet_until time not null,
    daily_cap int not null check (daily_cap between 1 and 1000),
    version bigint not null
);

-- What a person has set. Null: as the organisation has it.
create table notification_setting (
    organisation_id uuid not null references organisation,
    user_id uuid not null,
    email text,
    phone text,
    quiet_from time,
    quiet_until time,
    daily_cap int check (daily_cap between 1 and 1000),
    version bigint not null,
    primary key (organisation_id, user_id),
    foreign key (organisation_id, user_id) references app_user (organisation_id, id),
    check ((quiet_from is null) = (quiet_until is null))
);

-- By which channels a person wants to be told of what, the first first; none: the inbox alone.
create table notification_choice (
    organisation_id uuid not null references organisation,
    user_id uuid not null,
    category text not null check (category in ('REMINDERS', 'PAYMENTS', 'PROMISES', 'ASSIGNMENTS')),
    channels text[] not null,
    primary key (organisation_id, user_id, category),
    foreign key (organisation_id, user_id) references app_user (organisation_id, id)
);

-- What holds for each person, whoever has set it.
create view notification_rule with (security_invoker = true) as
select u.organisation_id, u.id as user_id, s.email, s.phone,
    coalesce(s.quiet_from, d.quiet_from, time '21:00') as quiet_from,
    coalesce(s.quiet_until, d.quiet_until, time '08:00') as quiet_until,
    least(s.daily_cap, coalesce(d.daily_cap, 20)) as daily_cap,
    coalesce(s.version, 0) as version
from app_user u
left join notification_setting s on s.organisation_id = u.organisation_id and s.user_id = u.id
left join notification_default d on d.organisation_id = u.organisation_id;

-- As rules.QuietHours has it.
create function is_quiet(quiet_from time, quiet_until time, clock time) returns boolean immutable language sql as $$
    select case
        when quiet_from < quiet_until then clock >= quiet_from and clock < quiet_until
        when quiet_from > quiet_until then clock >= quiet_from or clock < quiet_until
        else false end
$$;

-- By which addresses each person can be told of what, in the order in which they are tried.
create view notification_way with (security_invoker = true) as
select u.organisation_id, u.id as user_id, k.category, cast(c.place as int) as place, c.channel, v.installation_id,
    coalesce(v.platform, '') as lane
from app_user u
cross join (values ('REMINDERS'), ('PAYMENTS'), ('PROMISES'), ('ASSIGNMENTS')) k (category)
left join notification_choice ch on ch.organisation_id = u.organisation_id and ch.user_id = u.id and ch.category = k.category
cross join lateral unnest(coalesce(ch.channels, array['FCM', 'EMAIL', 'SMS'])) with ordinality c (channel, place)
left join notification_setting s on s.organisation_id = u.organisation_id and s.user_id = u.id
left join device v on c.channel = 'FCM' and v.organisation_id = u.organisation_id and v.user_id = u.id and v.active
    -- A phone that may show nothing is no way to anybody.
    and v.permission is distinct from 'DENIED'
where case c.channel
    when 'FCM' then v.installation_id is not null
    when 'EMAIL' then s.email is not null
    when 'SMS' then s.phone is not null
    else false end;

create or replace view notice_worth_telling with (security_invoker = true) as
select n.organisation_id, n.id, n.recipient_id, n.business_date, n.receivable_id, r.due_on, n.kind
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

-- News that its recipient has not looked at yet, of a customer that is still theirs to see.
create view news_worth_telling with (security_invoker = true) as
select n.organisation_id, n.id, n.recipient_id, n.business_date, n.kind, n.customer_id
from notice n
join customer c on c.organisation_id = n.organisation_id and c.id = n.customer_id
join app_user u on u.organisation_id = n.organisation_id and u.id = n.recipient_id and u.active
where n.receivable_id is null and n.state in ('UNSEEN', 'SEEN')
  and (c.owner_id = n.recipient_id
    or u.roles && array['FINANCE', 'ADMIN']
    or 'MANAGER' = any (u.roles) and exists (
        with recursive above (manager_id, parent_id) as (
            select t.manager_id, t.parent_id from team t
            where t.organisation_id = n.organisation_id
              and (t.manager_id = c.owner_id
                or t.id = (select o.team_id from app_user o
                           where o.organisation_id = n.organisation_id and o.id = c.owner_id))
            union
            select t.manager_id, t.parent_id from team t
            join above a on t.id = a.parent_id
            where t.organisation_id = n.organisation_id)
        select 1 from above where above.manager_id = n.recipient_id));
