-- Why an entry had to be made: money that came for what was written off, paper that has become cash, money that is gone again.
alter table allocation
    add column cause_id uuid,
    add foreign key (organisation_id, cause_id) references allocation (organisation_id, id);

create index allocation_caused on allocation (organisation_id, cause_id) where cause_id is not null;

-- Both were written down in the transaction that allocated the money, with the moment that it had.
alter table allocation disable trigger allocation_append_only;

update allocation w set cause_id = p.id
from allocation p
where p.organisation_id = w.organisation_id and p.receivable_id = w.receivable_id and p.recorded_at = w.recorded_at
  and p.component = 'PRINCIPAL' and p.payment_id is not null and p.undoes_id is null
  and w.kind = 'WRITE_OFF'
  and (w.reason = 'LATE_RECEIPT'
    or exists (
        select from allocation u
        where u.organisation_id = w.organisation_id and u.adjustment_id = w.adjustment_id and u.receivable_id = w.receivable_id
          and u.recorded_at = w.recorded_at and u.reason = 'LATE_RECEIPT'));

update allocation c set cause_id = u.undoes_id
from allocation u
where u.organisation_id = c.organisation_id and u.payment_id = c.payment_id and u.receivable_id = c.receivable_id
  and u.recorded_at = c.recorded_at and u.reason = 'CLEARANCE' and c.kind = 'PAYMENT' and c.amount = -u.amount
  and c.component = u.component;

alter table allocation enable trigger allocation_append_only;

comment on column allocation.reason is
    'The strategy that allocated it, or why it was taken back: REVERSAL, DEALLOCATION, CLEARANCE, BOUNCE, LATE_RECEIPT. RESTORED: what money had been paid late counts as written off again. PAYMENT: before strategies were kept.';
