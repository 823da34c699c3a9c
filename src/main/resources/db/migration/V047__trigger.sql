-- Which occasions make tasks, where an organisation has it otherwise than usual.
create table trigger_setting (
    organisation_id uuid not null references organisation,
    kind text not null
        check (kind in ('CONTRACT_EXPIRING', 'CREDIT_LIMIT_EXCEEDED', 'INVOICE_NOT_ISSUED', 'NO_CONTACT', 'NO_NEXT_STEP')),
    active boolean not null,
    -- Null for an occasion that counts none.
    days int check (days between 1 and 365),
    set_by uuid not null,
    set_at timestamptz not null,
    primary key (organisation_id, kind),
    foreign key (organisation_id, set_by) references app_user (organisation_id, id),
    check ((kind = 'CREDIT_LIMIT_EXCEEDED') = (days is null))
);

-- The business dates whose occasions were all looked for.
create table trigger_run (
    organisation_id uuid not null references organisation,
    business_date date not null,
    tasks int not null,
    finished_at timestamptz not null,
    primary key (organisation_id, business_date)
);

create index contract_expiring on contract (organisation_id, expires_on, id) where expires_on is not null;

-- Overdue, with nothing to come: no task for it or its customer, nothing that holds it today, and its ladder has told its last step, or is not to tell any. The ladder is
-- that of the most specific assignment, as the assignment room has it; usual_last_offset is the last step of the ladder of who has assigned
-- none. A single select, which the planner takes into the statement that asks.
create function receivable_without_next_step(organisation uuid, today date, usual_last_offset int) returns table (receivable_id uuid)
language sql stable as $$
    select r.id from receivable r
    join customer c on c.organisation_id = r.organisation_id and c.id = r.customer_id
    left join reminder_position p
        on p.organisation_id = r.organisation_id and p.receivable_id = r.id and p.due_on = r.due_on
    left join lateral (
        select a.id, a.policy_id from policy_assignment a
        where a.organisation_id = r.organisation_id and (a.last_day is null or a.last_day >= today)
          and (a.contract_id = r.contract_id or a.customer_id = r.customer_id or a.customer_class = c.customer_class
            or a.scope = 'ORGANISATION')
        order by array_position(array['CONTRACT', 'CUSTOMER', 'CUSTOMER_CLASS', 'ORGANISATION'], a.scope) limit 1) a on true
    left join lateral (
        select max(cast(s.step ->> 'offsetDays' as int)) as last_offset
        from reminder_policy l
        join reminder_policy_version v on v.organisation_id = l.organisation_id and v.policy_id = l.id and v.number = l.latest
        cross join jsonb_array_elements(v.ladder -> 'steps') s (step)
        where l.organisation_id = r.organisation_id and l.id = a.policy_id) l on true
    where r.organisation_id = organisation and r.open_amount > 0 and r.due_on < today
      and (a.id is not null and a.policy_id is null or p.offset_days >= coalesce(l.last_offset, usual_last_offset))
      and not exists (
        select 1 from follow_up f
        where f.organisation_id = r.organisation_id and f.customer_id = r.customer_id and f.status = 'OPEN'
          and (f.receivable_id is null or f.receivable_id = r.id))
      and not exists (
        select 1 from hold h
        where h.organisation_id = r.organisation_id and h.receivable_id = r.id and h.ended_at is null
          and h.starts_on <= today and (h.ends_on is null or h.ends_on >= today))
$$;
