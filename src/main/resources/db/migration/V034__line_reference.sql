-- Who records a payment by the bank's number finds the one that a line of that number is matched to. Writers wait while it is built.
create index statement_line_by_reference on statement_line (organisation_id, bank_reference) where state = 'MATCHED';
