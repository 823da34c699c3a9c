alter table import drop constraint import_kind_check,
    add constraint import_kind_check check (kind in ('CUSTOMERS', 'RECEIVABLES', 'PAYMENTS', 'BANK_STATEMENT'));

-- What a bank says has come in on one of the company's accounts.
create table statement_line (
    organisation_id uuid not null references organisation,
    id uuid not null,
    -- One of the company's own; within it the bank gives each line a number of its own.
    account text not null,
    bank_reference text not null,
    value_date date not null,
    amount numeric(19, 4) not null check (amount > 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    payer_name text,
    payer_account text,
    remittance text,
    state text not null check (state in ('UNMATCHED', 'MATCHED', 'REFUSED')),
    -- What made it so; nothing while nobody has ever decided.
    decision_id uuid,
    imported_by uuid,
    imported_at timestamptz not null,
    version bigint not null,
    primary key (organisation_id, id),
    unique (organisation_id, account, bank_reference),
    foreign key (organisation_id, imported_by) references app_user (organisation_id, id),
    check (state = 'UNMATCHED' or decision_id is not null)
);

create index statement_line_by_date on statement_line (organisation_id, value_date, id);
create index statement_line_waiting on statement_line (organisation_id, value_date, id) where state = 'UNMATCHED';
-- Whose the money of this payer was before.
create index statement_line_payer on statement_line (organisation_id, coalesce(payer_account, payer_name)) where state = 'MATCHED';

-- Matched, refused, opened again: never changed, so that it can be told afterwards who decided what, and why.
create table statement_decision (
    organisation_id uuid not null references organisation,
    id uuid not null,
    line_id uuid not null,
    kind text not null check (kind in ('MATCHED', 'REFUSED', 'REOPENED')),
    reason text,
    decided_by uuid not null,
    decided_at timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, line_id) references statement_line (organisation_id, id),
    foreign key (organisation_id, decided_by) references app_user (organisation_id, id),
    check ((kind = 'MATCHED') = (reason is null))
);

create index statement_decision_by_line on statement_decision (organisation_id, line_id, decided_at, id);

alter table statement_line add foreign key (organisation_id, decision_id) references statement_decision (organisation_id, id);

create trigger statement_decision_append_only before update or delete or truncate on statement_decision
    for each statement execute function refuse_change();

-- Which payments a line is: their amounts add up to it.
create table statement_part (
    organisation_id uuid not null references organisation,
    id uuid not null,
    decision_id uuid not null,
    ordinal int not null,
    customer_id uuid not null,
    payment_id uuid not null,
    -- It had been claimed before; else it was recorded by this decision.
    claimed boolean not null,
    amount numeric(19, 4) not null check (amount > 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    -- What spoke for it when it was decided.
    evidence jsonb not null,
    primary key (organisation_id, id),
    unique (organisation_id, decision_id, ordinal),
    foreign key (organisation_id, decision_id) references statement_decision (organisation_id, id),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    foreign key (organisation_id, payment_id) references payment (organisation_id, id)
);

create index statement_part_by_payment on statement_part (organisation_id, payment_id);

create trigger statement_part_append_only before update or delete or truncate on statement_part
    for each statement execute function refuse_change();

-- By what names are looked up, in one width and case, without spaces, punctuation and legal form. Only finds candidates: how like a name
-- is to another is decided elsewhere.
create function payer_key(name text) returns text language sql immutable strict parallel safe as $$
    select regexp_replace(
        translate(lower(normalize(name, NFKC)), E' \t.,;:&''"()[]-_/·、，。', ''),
        '(股份有限公司|有限责任公司|有限公司|公司|company|corporation|coltd|limited|ltd|inc|llc|corp|gmbh)$', '')
$$;

create index customer_by_payer_key on customer (organisation_id, payer_key(name) collate "C", id);

-- What a payer may have written, or paid to the cent.
create index receivable_open_by_number on receivable (organisation_id, number) where open_amount > 0;
create index receivable_open_by_amount on receivable (organisation_id, open_amount, currency) where open_amount > 0;
create index invoice_by_number on invoice (organisation_id, number);
create index contract_by_number on contract (organisation_id, number);
create index payment_claimed on payment (organisation_id, currency, amount) where state = 'CLAIMED';
