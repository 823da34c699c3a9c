-- Whether somebody leads the team that the member is in or leads, or one above it.
create function leads(organisation uuid, leader uuid, member uuid) returns boolean stable language sql as $$
    with recursive above (manager_id, parent_id) as (
        select t.manager_id, t.parent_id from team t
        where t.organisation_id = organisation
          and (t.manager_id = member
            or t.id = (select u.team_id from app_user u where u.organisation_id = organisation and u.id = member))
        union
        select t.manager_id, t.parent_id from team t
        join above a on t.id = a.parent_id
        where t.organisation_id = organisation)
    select exists (select 1 from above where above.manager_id = leader)
$$;

create or replace view notice_worth_telling with (security_invoker = true) as
select n.organisation_id, n.id, n.recipient_id, n.business_date, n.receivable_id, r.due_on, n.kind, n.snoozed_until, n.channels
from notice n
join receivable r on r.organisation_id = n.organisation_id and r.id = n.receivable_id and r.open_amount > 0 and r.due_on = n.due_on
join app_user u on u.organisation_id = n.organisation_id and u.id = n.recipient_id and u.active
where n.state <> 'DONE'
  and (r.owner_id = n.recipient_id
    or u.roles && array['FINANCE', 'ADMIN']
    or 'MANAGER' = any (u.roles) and leads(n.organisation_id, n.recipient_id, r.owner_id));

-- News that its recipient has not looked at yet: of a customer that is still theirs to see, of a task that is still theirs to do, whosever the
-- customer is, or of a hand-over; and of how many things it is.
create or replace view news_worth_telling with (security_invoker = true) as
select n.organisation_id, n.id, n.recipient_id, n.business_date, n.kind, n.customer_id, n.snoozed_until, coalesce(h.customers, 1) as things
from notice n
join app_user u on u.organisation_id = n.organisation_id and u.id = n.recipient_id and u.active
left join customer c on c.organisation_id = n.organisation_id and c.id = n.customer_id
left join follow_up f on f.organisation_id = n.organisation_id and f.id = n.follow_up_id
left join hand_over h on h.organisation_id = n.organisation_id and h.id = n.hand_over_id
where n.receivable_id is null and n.state in ('UNSEEN', 'SEEN')
  and case
    when n.follow_up_id is not null then f.status = 'OPEN' and f.assignee_id = n.recipient_id
    when n.hand_over_id is not null then true
    else c.owner_id = n.recipient_id
      or u.roles && array['FINANCE', 'ADMIN']
      or 'MANAGER' = any (u.roles) and leads(n.organisation_id, n.recipient_id, c.owner_id) end;
