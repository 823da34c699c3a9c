-- How money is allocated where nobody says anything; oldest due first where there is no row.
create table allocation_setting (
    organisation_id uuid not null references organisation,
    strategy text not null check (strategy in ('OLDEST_DUE_FIRST', 'INVOICE_BY_INVOICE', 'PRO_RATA', 'LEGAL_ORDER')),
    changed_by uuid not null,
    changed_at timestamptz not null,
    primary key (organisation_id),
    foreign key (organisation_id, changed_by) references app_user (organisation_id, id)
);
