-- What being late costs, as it was agreed with all customers, or by one contract; what comes of it is derived, never stored.
create table interest_terms (
    organisation_id uuid not null references organisation,
    id uuid not null,
    -- Null: they hold wherever no contract has terms of its own.
    contract_id uuid,
    valid_from date not null,
    annual_percent numeric(9, 6) not null check (annual_percent >= 0),
    day_basis text not null check (day_basis in ('ACTUAL_360', 'ACTUAL_365')),
    grace_days int not null check (grace_days >= 0),
    -- Of what was billed; null where there is no cap.
    cap_percent numeric(9, 6) check (cap_percent > 0),
    -- For each so many nights of being overdue, on receivables in this currency.
    fee_amount numeric(19, 4) check (fee_amount > 0),
    fee_currency text check (fee_currency ~ '^[A-Z]{3}$'),
    fee_every_days int check (fee_every_days > 0),
    reason text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, contract_id) references contract (organisation_id, id),
    foreign key (organisation_id, recorded_by) references app_user (organisation_id, id),
    check (num_nulls(fee_amount, fee_currency, fee_every_days) in (0, 3))
);

-- Of the same day the row recorded last counts: a slip is put right by another row.
create index interest_terms_by_contract on interest_terms (organisation_id, contract_id, valid_from, recorded_at);

create trigger interest_terms_append_only before update or delete or truncate on interest_terms
    for each statement execute function refuse_change();

-- Less is asked for where it comes early: taken by the payment that reaches the rest in time.
create table discount_offer (
    organisation_id uuid not null references organisation,
    id uuid not null,
    receivable_id uuid not null,
    -- Of what was open when it was offered, where it was offered so.
    percent numeric(9, 6) check (percent > 0 and percent < 100),
    amount numeric(19, 4) not null check (amount > 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    valid_through date not null,
    reason text not null,
    state text not null check (state in ('OFFERED', 'TAKEN', 'WITHDRAWN')),
    offered_by uuid not null,
    offered_at timestamptz not null,
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    version bigint not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, receivable_id) references receivable (organisation_id, id),
    foreign key (organisation_id, offered_by) references app_user (organisation_id, id),
    foreign key (organisation_id, withdrawn_by) references app_user (organisation_id, id),
    check ((state = 'WITHDRAWN') = (withdrawn_at is not null))
);

create index discount_offer_by_receivable on discount_offer (organisation_id, receivable_id, offered_at, id);
-- One receivable has one offer at a time.
create unique index discount_offer_standing on discount_offer (organisation_id, receivable_id) where state = 'OFFERED';

alter table adjustment
    -- Which offer was taken by which payment: when that is taken back, so is the discount.
    add column discount_offer_id uuid,
    add column payment_id uuid,
    add foreign key (organisation_id, discount_offer_id) references discount_offer (organisation_id, id),
    add foreign key (organisation_id, payment_id) references payment (organisation_id, id),
    add check ((kind = 'DISCOUNT') = (discount_offer_id is not null)),
    add check ((kind = 'DISCOUNT') = (payment_id is not null));

create index adjustment_by_payment on adjustment (organisation_id, payment_id) where payment_id is not null;
create index adjustment_by_offer on adjustment (organisation_id, discount_offer_id) where discount_offer_id is not null;
