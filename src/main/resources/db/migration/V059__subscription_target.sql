-- Numbers can be asked for by a person, or for a robot or webhook by somebody whose numbers it is told; gone with the target.
alter table subscription
    add column id uuid not null default uuidv7(),
    add column target_id uuid,
    alter column channel drop not null,
    drop constraint subscription_pkey,
    add primary key (organisation_id, id),
    add foreign key (organisation_id, target_id) references channel_target (organisation_id, id) on delete cascade,
    add check (num_nonnulls(channel, target_id) = 1);
create unique index subscription_once on subscription (organisation_id, user_id, kind, target_id) nulls not distinct;

-- What a robot or webhook is told, on behalf of the recipient. No reference: what was told stays, also when the target has gone.
alter table telling add column target_id uuid;
drop index telling_once;
create unique index telling_once on telling (organisation_id, recipient_id, kind, notice_id, about_day, target_id) nulls not distinct
    where kind <> 'DIGEST';

-- Besides, by which targets somebody has others told. Asked person by person: a union of both would be made for all people each time.
create or replace view notification_way with (security_invoker = true) as
select u.organisation_id, u.id as user_id, k.category, cast(c.place as int) as place, c.channel, v.installation_id,
    coalesce(cast(c.target_id as text), v.platform, '') as lane, c.target_id
from app_user u
cross join (values ('REMINDERS'), ('PAYMENTS'), ('PROMISES'), ('ASSIGNMENTS'), ('SUBSCRIPTIONS')) k (category)
left join notification_choice ch on ch.organisation_id = u.organisation_id and ch.user_id = u.id and ch.category = k.category
cross join lateral (
    select o.channel, o.place, cast(null as uuid) as target_id
    from unnest(coalesce(ch.channels, array['FCM', 'EMAIL', 'SMS'])) with ordinality o (channel, place)
    union all
    select g.kind, 1, g.id from channel_target g
    where k.category = 'SUBSCRIPTIONS' and g.organisation_id = u.organisation_id and exists (
        select 1 from subscription s where s.organisation_id = u.organisation_id and s.user_id = u.id and s.target_id = g.id)) c
left join notification_setting s on s.organisation_id = u.organisation_id and s.user_id = u.id
left join device v on c.channel = 'FCM' and v.organisation_id = u.organisation_id and v.user_id = u.id and v.active
    and v.permission is distinct from 'DENIED'
where case c.channel
    when 'FCM' then v.installation_id is not null
    when 'EMAIL' then s.email is not null
    when 'SMS' then s.phone is not null
    else c.target_id is not null end;
