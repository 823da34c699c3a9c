-- The ageing of today is the sum of all that is open: from the index alone, which is a fifth of the table.
drop index receivable_open_by_due;
create index receivable_open_by_due on receivable (organisation_id, due_on, id)
    include (open_amount, currency, owner_id, issued_on, created_at) where open_amount > 0;
