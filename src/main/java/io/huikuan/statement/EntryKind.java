package io.huikuan.statement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What moved the balance. What was allocated to what, taken back and allocated anew moves nothing between the customer and the
 * organisation, and is no entry; nor is a new due date.
 */
@Schema(name = "StatementEntryKind")
enum EntryKind {
    /** A receivable was issued. */
    BILLED,
    /** Interest is on the ledger when it is settled, on the day and with the amount of that. */
    INTEREST,
    INTEREST_REVERSED,
    FEE,
    FEE_REVERSED,
    PAYMENT,
    PAYMENT_REVERSED,
    /** A cheque or draft came in; it counts as received. */
    INSTRUMENT,
    /** It became cash: moves the amount from paper to cash, and the balance not at all. */
    INSTRUMENT_CLEARED,
    INSTRUMENT_BOUNCED,
    CREDIT_NOTE,
    CREDIT_NOTE_REVERSED,
    WRITE_OFF,
    WRITE_OFF_REVERSED,
    DISCOUNT,
    DISCOUNT_REVERSED,
    /** Taken off a receivable to be billed on others. */
    REPLAN,
    REPLAN_REVERSED
}
