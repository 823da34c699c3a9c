-- What a person has asked to be told regularly, when and by which channel.
create table subscription (
    organisation_id uuid not null references organisation,
    user_id uuid not null,
    kind text not null check (kind in ('MY_DUE', 'TEAM_OVERDUE', 'RECEIPTS', 'TEAM_RATES')),
    at time not null,
    -- On that day of the week, 1 is Monday; on every working day where null.
    weekday int check (weekday between 1 and 7),
    channel text not null check (channel in ('FCM', 'EMAIL', 'SMS')),
    -- What the link in a letter carries that ends it without signing in.
    off_token text not null,
    next_at timestamptz not null,
    created_at timestamptz not null,
    primary key (organisation_id, user_id, kind),
    unique (organisation_id, off_token),
    foreign key (organisation_id, user_id) references app_user (organisation_id, id)
);
create index subscription_due on subscription (organisation_id, next_at);

-- The one channel that it may take, where it was asked for by that; any where null.
alter table telling add column channel text;

-- What was asked for by a channel is no matter of the order in which channels are tried for the rest.
create or replace view notification_way with (security_invoker = true) as
select u.organisation_id, u.id as user_id, k.category, cast(c.place as int) as place, c.channel, v.installation_id,
    coalesce(v.platform, '') as lane
from app_user u
cross join (values ('REMINDERS'), ('PAYMENTS'), ('PROMISES'), ('ASSIGNMENTS'), ('SUBSCRIPTIONS')) k (category)
left join notification_choice ch on ch.organisation_id = u.organisation_id and ch.user_id = u.id and ch.category = k.category
cross join lateral unnest(coalesce(ch.channels, array['FCM', 'EMAIL', 'SMS'])) with ordinality c (channel, place)
left join notification_setting s on s.organisation_id = u.organisation_id and s.user_id = u.id
left join device v on c.channel = 'FCM' and v.organisation_id = u.organisation_id and v.user_id = u.id and v.active
    and v.permission is distinct from 'DENIED'
where case c.channel
    when 'FCM' then v.installation_id is not null
    when 'EMAIL' then s.email is not null
    when 'SMS' then s.phone is not null
    else false end;
