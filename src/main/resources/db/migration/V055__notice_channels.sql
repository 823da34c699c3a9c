-- By which channels a person may be told of a notice besides the inbox, as its step allows; none: the inbox alone; null: any.
alter table notice add column channels text[];

create or replace view notice_worth_telling with (security_invoker = true) as
select n.organisation_id, n.id, n.recipient_id, n.business_date, n.receivable_id, r.due_on, n.kind, n.snoozed_until, n.channels
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
