-- A notice that its recipient has put away until then; it comes back by itself, as not seen.
alter table notice add column snoozed_until timestamptz;

-- How far its recipient has got with a notice, as of a moment.
create function notice_state_at(state text, snoozed_until timestamptz, moment timestamptz) returns text immutable language sql as $$
    select case when state in ('UNSEEN', 'SEEN', 'READ') and snoozed_until > moment then 'SNOOZED' else state end
$$;

-- Besides, until when nobody is to be told of it.
create or replace view notice_worth_telling with (security_invoker = true) as
select n.organisation_id, n.id, n.recipient_id, n.business_date, n.receivable_id, r.due_on, n.kind, n.snoozed_until
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

create or replace view news_worth_telling with (security_invoker = true) as
select n.organisation_id, n.id, n.recipient_id, n.business_date, n.kind, n.customer_id, n.snoozed_until
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
