-- What a customer contests of a receivable: held out of the demand until finance has decided, while the rest runs on.
create table dispute (
    organisation_id uuid not null references organisation,
    id uuid not null,
    customer_id uuid not null,
    receivable_id uuid not null,
    amount numeric(19, 4) not null check (amount > 0),
    currency text not null,
    reason text not null check (reason in
        ('PRICE', 'QUANTITY', 'QUALITY', 'DELIVERY', 'PAID_ALREADY', 'DOCUMENT', 'CONTRACT', 'OTHER')),
    words text not null,
    -- Who has to clear it up, and by when.
    handler_id uuid not null,
    due_on date not null,
    -- The day that people were told is over: with another one they are told again.
    told_for date,
    raised_on date not null,
    raised_by uuid not null,
    raised_at timestamptz not null,
    state text not null check (state in ('OPEN', 'UPHELD', 'REJECTED', 'WITHDRAWN')),
    -- What was credited, where the customer was right.
    credit_note_id uuid,
    settled_by uuid,
    settled_at timestamptz,
    settled_because text,
    version bigint not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    foreign key (organisation_id, receivable_id) references receivable (organisation_id, id),
    foreign key (organisation_id, handler_id) references app_user (organisation_id, id),
    foreign key (organisation_id, raised_by) references app_user (organisation_id, id),
    foreign key (organisation_id, settled_by) references app_user (organisation_id, id),
    foreign key (organisation_id, credit_note_id) references adjustment (organisation_id, id),
    check ((state = 'OPEN') = (settled_at is null)),
    check (num_nonnulls(settled_by, settled_at, settled_because) in (0, 3)),
    check ((state = 'UPHELD') = (credit_note_id is not null))
);

create index dispute_by_due on dispute (organisation_id, due_on, id);
create index dispute_open on dispute (organisation_id, due_on, id) where state = 'OPEN';
create index dispute_by_customer on dispute (organisation_id, customer_id, due_on, id);
create index dispute_by_receivable on dispute (organisation_id, receivable_id);

-- People are told of disputes, too: of each step once.
alter table notice
    add column dispute_id uuid,
    drop constraint notice_check,
    add constraint notice_check check (num_nonnulls(receivable_id, payment_id, contract_id, promise_id, dispute_id) = 1),
    add foreign key (organisation_id, dispute_id) references dispute (organisation_id, id);

create unique index notice_of_dispute on notice (organisation_id, dispute_id, recipient_id, kind, due_on) where dispute_id is not null;
