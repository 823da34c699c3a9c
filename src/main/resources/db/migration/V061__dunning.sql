-- Whether customers are reminded, and how: of the organisation as a whole, or of one class of customers, which wins.
create table dunning_rule (
    organisation_id uuid not null references organisation,
    id uuid not null,
    customer_class text,
    -- Null: they are not reminded.
    policy_id uuid,
    approval text not null check (approval in ('OWNER', 'AUTOMATIC')),
    -- Working days that a letter waits for approval.
    approval_days int not null check (approval_days between 1 and 20),
    channels text[] not null check (channels <@ array['EMAIL', 'SMS'] and cardinality(channels) between 1 and 2),
    daily_cap int not null check (daily_cap between 1 and 20),
    minimum_amount numeric(19, 4) check (minimum_amount >= 0),
    minimum_currency text,
    set_by uuid not null,
    set_at timestamptz not null,
    version bigint not null,
    primary key (organisation_id, id),
    unique nulls not distinct (organisation_id, customer_class),
    check ((minimum_amount is null) = (minimum_currency is null)),
    foreign key (organisation_id, policy_id) references reminder_policy (organisation_id, id),
    foreign key (organisation_id, set_by) references app_user (organisation_id, id)
);

-- What holds for each customer who is reminded.
create view dunned_customer with (security_invoker = true) as
select c.organisation_id, c.id as customer_id, c.name, c.owner_id, r.policy_id, r.approval, r.approval_days, r.channels, r.daily_cap,
    r.minimum_amount, r.minimum_currency
from customer c
cross join lateral (
    select * from dunning_rule x
    where x.organisation_id = c.organisation_id and (x.customer_class is null or x.customer_class = c.customer_class)
    order by x.customer_class nulls last limit 1) r
where r.policy_id is not null;

-- How far the making of a day's letters has got, in the order of the customers.
create table dunning_run (
    organisation_id uuid not null references organisation,
    business_date date not null,
    reached uuid not null,
    finished_at timestamptz,
    primary key (organisation_id, business_date)
);

-- One customer is reminded of all that was due for a step on one day.
create table dunning_letter (
    organisation_id uuid not null references organisation,
    id uuid not null,
    customer_id uuid not null,
    contact_id uuid not null,
    business_date date not null,
    state text not null check (state in ('PROPOSED', 'APPROVED', 'SENT', 'FAILED', 'REFUSED', 'VOID', 'EXPIRED')),
    -- The last day on which it can be approved; null where nobody has to.
    expires_on date,
    -- What the link in it carries that ends such letters without signing in.
    off_token text not null,
    made_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    -- Why it was refused.
    reason text,
    -- When it was sent or came to another end, and why it did not go out.
    ended_at timestamptz,
    because text check (because in ('NOTHING_LEFT', 'OPTED_OUT', 'NOT_REACHED')),
    version bigint not null,
    primary key (organisation_id, id),
    unique (organisation_id, customer_id, business_date),
    unique (organisation_id, off_token),
    foreign key (organisation_id, customer_id) references customer (organisation_id, id),
    foreign key (organisation_id, contact_id) references contact (organisation_id, id),
    foreign key (organisation_id, decided_by) references app_user (organisation_id, id),
    check ((decided_by is null) = (decided_at is null))
);

-- A customer has one letter at a time that is yet to go out.
create unique index dunning_letter_open on dunning_letter (organisation_id, customer_id) where state in ('PROPOSED', 'APPROVED');
create index dunning_letter_proposed on dunning_letter (organisation_id, expires_on) where state = 'PROPOSED';
create index dunning_letter_contact on dunning_letter (organisation_id, contact_id) where state in ('PROPOSED', 'APPROVED');

-- What it asks for, by which step of which ladder. The latest of a receivable is where it stands on the customer's ladder.
create table dunning_item (
    organisation_id uuid not null references organisation,
    letter_id uuid not null,
    receivable_id uuid not null,
    policy_id uuid not null,
    policy_version int not null,
    due_on date not null,
    offset_days int not null,
    occurrence int not null check (occurrence >= 1),
    promises_broken int not null,
    -- When the letter was made.
    open_amount numeric(19, 4) not null,
    currency text not null,
    -- What it asked for when it went out last; null where it was left out.
    asked_amount numeric(19, 4),
    primary key (organisation_id, letter_id, receivable_id),
    foreign key (organisation_id, letter_id) references dunning_letter (organisation_id, id),
    foreign key (organisation_id, receivable_id) references receivable (organisation_id, id)
);

create index dunning_item_receivable on dunning_item (organisation_id, receivable_id);

-- Where each contact can be written to: nowhere, where they want no letters.
create view contact_address with (security_invoker = true) as
select k.organisation_id, k.id as contact_id, k.customer_id, k.name, k.preferred, k.dunned, coalesce(k.locale, u.locale) as locale,
    -- As channel.Address has them.
    case when k.opted_out_at is null and k.email ~ '^[^\s@<>,;"[:cntrl:]]{1,64}@[^\s@<>,;"[:cntrl:]]{1,189}$' then k.email end as email,
    case when k.opted_out_at is null and regexp_replace(k.phone, '[ ()-]', '', 'g') ~ '^\+[1-9]\d{6,14}$'
        then regexp_replace(k.phone, '[ ()-]', '', 'g') end as phone
from contact k
join customer c on c.organisation_id = k.organisation_id and c.id = k.customer_id
join app_user u on u.organisation_id = k.organisation_id and u.id = c.owner_id;

-- People are told of letters that wait for their approval.
alter table notice
    add column letter_id uuid,
    drop constraint notice_check,
    add constraint notice_check
        check (num_nonnulls(receivable_id, payment_id, contract_id, promise_id, dispute_id, follow_up_id, hand_over_id, letter_id) = 1),
    drop constraint notice_check3,
    add constraint notice_check3
        check (num_nonnulls(follow_up_id, hand_over_id, letter_id) = 1 or num_nonnulls(open_amount, currency) = 2),
    add foreign key (organisation_id, letter_id) references dunning_letter (organisation_id, id);
create unique index notice_of_letter on notice (organisation_id, letter_id, recipient_id) where letter_id is not null;
