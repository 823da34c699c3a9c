-- Why an entry had to be made: money that came for what was written off, paper that has become cash, money that is gone again.
alter table allocation
    add column cause_id uuid,
    add foreign key (organisation_id, cause_id) references allocation (organisation_id, id);

create index allocation_caused on allocation (organisation_id, cause_id) where cause_id is not null;

comment on column allocation.reason is
    'The strategy that allocated it, or why it was taken back: REVERSAL, DEALLOCATION, CLEARANCE, BOUNCE, LATE_RECEIPT. RESTORED: what money had been paid late counts as written off again. PAYMENT: before strategies were kept.';
