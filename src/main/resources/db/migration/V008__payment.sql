create table payment (
    organisation_id uuid not null references organisation,
    id uuid not null,
    customer_id uuid not null,
    received_on date not null,
    amount numeric(19, 4) not null check (amount > 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    -- amount less what is allocated; kept by the transaction that allocates.
    unapplied_amount numeric(19, 4) not null check (unapplied_amount >= 0 and unapplied_amount <= amount),
    method text not null,
    reference text,
    note text,
    state text not null check (state in ('CLAIMED', 'CONFIRMED', 'REJECTED', 'REVERSED')),
    -- Why it was rejected or reversed.
    reason text,
    recorded_by uuid,
    created_at timestamptz not null,
    version bigint not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    check (state = 'CONFIRMED' or unapplied_amount = 0)
);

create unique index payment_reference on payment (organisation_id, customer_id, reference)
    where reference is not null and state in ('CLAIMED', 'CONFIRMED');
create index payment_by_customer on payment (organisation_id, customer_id, received_on, id);
create index payment_by_date on payment (organisation_id, received_on, id);

-- Append-only: undone by a counter-entry of the negative amount that names the entry it undoes.
create table allocation (
    organisation_id uuid not null references organisation,
    id uuid not null,
    payment_id uuid not null,
    receivable_id uuid not null,
    -- The customer's owner at the time: a collection stays with who collected it.
    owner_id uuid not null,
    amount numeric(19, 4) not null check (amount <> 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    effective_on date not null,
    undoes_id uuid,
    reason text not null,
    recorded_by uuid,
    recorded_at timestamptz not null,
    primary key (organisation_id, id),
    unique (organisation_id, undoes_id),
    check ((amount < 0) = (undoes_id is not null)),
    foreign key (organisation_id, payment_id) references payment (organisation_id, id),
    foreign key (organisation_id, receivable_id) references receivable (organisation_id, id),
    foreign key (organisation_id, owner_id) references app_user (organisation_id, id),
    foreign key (organisation_id, undoes_id) references allocation (organisation_id, id)
);

create index allocation_by_receivable on allocation (organisation_id, receivable_id, effective_on) include (amount, owner_id, undoes_id);
-- Since when a receivable is open again: few are, so that it costs next to nothing to ask for all.
create index allocation_undoing on allocation (organisation_id, receivable_id, effective_on) where undoes_id is not null;
-- What has come in since a day: the difference between what was open then and what is open now.
create index allocation_by_date on allocation (organisation_id, effective_on) include (receivable_id, amount);
create index allocation_by_payment on allocation (organisation_id, payment_id);

create trigger allocation_append_only before update or delete or truncate on allocation
    for each statement execute function refuse_change();
