-- What new versions of plans have put elsewhere: rare among allocations, and asked for by every collection rate.
create index allocation_replanned on allocation (organisation_id, receivable_id) include (amount, effective_on, recorded_at)
    where kind = 'REPLAN';
-- What was billed first to be due in a period.
create index receivable_by_billed_due on receivable (organisation_id, billed_due_on, id) where replaces_id is null;
