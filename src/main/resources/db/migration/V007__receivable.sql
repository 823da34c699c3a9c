create table contract (
    organisation_id uuid not null references organisation,
    id uuid not null,
    customer_id uuid not null,
    number text not null,
    title text,
    signed_on date not null,
    expires_on date,
    amount numeric(19, 4) not null check (amount > 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    created_at timestamptz not null,
    version bigint not null,
    primary key (organisation_id, id),
    unique (organisation_id, customer_id, number),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id)
);

create table invoice (
    organisation_id uuid not null references organisation,
    id uuid not null,
    customer_id uuid not null,
    contract_id uuid,
    number text not null,
    issued_on date not null,
    amount numeric(19, 4) not null check (amount > 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    created_at timestamptz not null,
    version bigint not null,
    primary key (organisation_id, id),
    unique (organisation_id, customer_id, number),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    foreign key (organisation_id, contract_id) references contract (organisation_id, id)
);

create index invoice_contract on invoice (organisation_id, contract_id);

create table receivable (
    organisation_id uuid not null references organisation,
    id uuid not null,
    customer_id uuid not null,
    -- The customer's owner, copied here so that one index answers a salesperson's list; a hand-over changes both at once.
    owner_id uuid not null,
    contract_id uuid,
    invoice_id uuid,
    number text not null,
    issued_on date not null,
    -- When it was billed to be due: with customer and number its name, by which the same bill is known again. Never changes.
    billed_due_on date not null,
    -- When it is due, as was agreed since.
    due_on date not null,
    amount numeric(19, 4) not null check (amount > 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    -- amount less the allocations; kept by the transaction that allocates.
    open_amount numeric(19, 4) not null check (open_amount >= 0 and open_amount <= amount),
    next_look_on date,
    note text,
    created_at timestamptz not null,
    version bigint not null,
    primary key (organisation_id, id),
    unique (organisation_id, customer_id, number, billed_due_on),
    check (due_on >= issued_on),
    check (open_amount > 0 or next_look_on is null),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    foreign key (organisation_id, owner_id) references app_user (organisation_id, id),
    foreign key (organisation_id, contract_id) references contract (organisation_id, id),
    foreign key (organisation_id, invoice_id) references invoice (organisation_id, id)
)
-- Each look writes a new version of the row: with room for it on the row's own page, a day's run touches half the pages.
with (fillfactor = 90);

create index receivable_open_by_owner on receivable (organisation_id, owner_id, due_on, id) where open_amount > 0;
create index receivable_open_by_due on receivable (organisation_id, due_on, id) where open_amount > 0;
create index receivable_open_by_customer on receivable (organisation_id, customer_id, due_on, id) where open_amount > 0;
create index receivable_by_due on receivable (organisation_id, due_on, id);
create index receivable_look on receivable (organisation_id, next_look_on, id) where next_look_on is not null;
create index receivable_contract on receivable (organisation_id, contract_id) where contract_id is not null;
create index receivable_invoice on receivable (organisation_id, invoice_id) where invoice_id is not null;
