-- What a customer has promised to pay by a day. What became of it follows from the allocations; the state is a copy of that, but for
-- what people decide.
create table promise (
    organisation_id uuid not null references organisation,
    id uuid not null,
    customer_id uuid not null,
    -- The customer's owner when it was given: a hand-over does not change whose promises were kept.
    owner_id uuid not null,
    amount numeric(19, 4) not null check (amount > 0),
    currency text not null,
    promised_on date not null,
    due_on date not null check (due_on >= promised_on),
    -- How many working days it is waited for after that: until then.
    grace_working_days int not null check (grace_working_days between 0 and 10),
    held_until date not null check (held_until >= due_on),
    contact_id uuid,
    promised_by text,
    note text,
    obtained_by uuid not null,
    obtained_at timestamptz not null,
    state text not null check (state in ('OPEN', 'KEPT', 'PARTLY_KEPT', 'BROKEN', 'LAPSED', 'SUPERSEDED', 'WITHDRAWN')),
    kept_amount numeric(19, 4) not null check (kept_amount between 0 and amount),
    -- How often its state has turned: each turn is told once.
    turns int not null,
    -- When the owner is to be reminded of it; of nothing once that is done.
    remind_on date,
    superseded_by_id uuid,
    withdrawn_by uuid,
    withdrawn_because text,
    version bigint not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    foreign key (organisation_id, owner_id) references app_user (organisation_id, id),
    foreign key (organisation_id, contact_id) references contact (organisation_id, id),
    foreign key (organisation_id, obtained_by) references app_user (organisation_id, id),
    foreign key (organisation_id, superseded_by_id) references promise (organisation_id, id),
    foreign key (organisation_id, withdrawn_by) references app_user (organisation_id, id),
    check (num_nonnulls(contact_id, promised_by) > 0),
    check ((state = 'SUPERSEDED') = (superseded_by_id is not null)),
    check ((state = 'WITHDRAWN') = (withdrawn_by is not null))
);

create index promise_by_due on promise (organisation_id, due_on, id);
create index promise_by_customer on promise (organisation_id, customer_id, due_on, id);
create index promise_open on promise (organisation_id, held_until, id) where state = 'OPEN';
create index promise_to_remind on promise (organisation_id, remind_on, id) where remind_on is not null;

-- What of it is for which receivable.
create table promise_part (
    organisation_id uuid not null references organisation,
    id uuid not null,
    promise_id uuid not null,
    receivable_id uuid not null,
    amount numeric(19, 4) not null check (amount > 0),
    primary key (organisation_id, id),
    unique (organisation_id, promise_id, receivable_id),
    foreign key (organisation_id, promise_id) references promise (organisation_id, id),
    foreign key (organisation_id, receivable_id) references receivable (organisation_id, id)
);

create index promise_part_by_receivable on promise_part (organisation_id, receivable_id);

-- How long money may take to be seen after the day that it was promised for; a working day where there is no row.
create table promise_setting (
    organisation_id uuid not null references organisation,
    grace_working_days int not null check (grace_working_days between 0 and 10),
    changed_by uuid not null,
    changed_at timestamptz not null,
    primary key (organisation_id),
    foreign key (organisation_id, changed_by) references app_user (organisation_id, id)
);

-- People are told of promises, too: of each turn once.
alter table notice
    add column promise_id uuid,
    drop constraint notice_check,
    add constraint notice_check check (num_nonnulls(receivable_id, payment_id, contract_id, promise_id) = 1),
    add foreign key (organisation_id, promise_id) references promise (organisation_id, id);

create unique index notice_of_promise on notice (organisation_id, promise_id, recipient_id, kind, occurrence) where promise_id is not null;
