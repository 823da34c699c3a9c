-- The ageing of all that is open reads nothing but an index. The columns that a payment changes were in the index before, as its condition.
drop index receivable_open_by_owner;
create index receivable_open_by_owner on receivable (organisation_id, owner_id, due_on, id)
    include (open_amount, currency, issued_on, created_at) where open_amount > 0;

-- What is secured by cheques and drafts is little among all that was ever allocated.
create index allocation_of_instruments on allocation (organisation_id, receivable_id) where kind = 'INSTRUMENT';
