package io.huikuan.moneycheck;

/** What must hold of all money, at every instant and as of every day. The words for each stand in {@code checks.properties}. */
enum MoneyInvariant {
    /** What is stored as open is what was billed less what the entries settled. */
    RECEIVABLE_ADDS_UP,
    /** As of no day is more settled than was billed, or less than nothing. */
    RECEIVABLE_WITHIN_BOUNDS,
    /** What is stored as unapplied is what came less what was allocated. */
    PAYMENT_ADDS_UP,
    /** As of no day is more allocated than came, or less than nothing. */
    PAYMENT_WITHIN_BOUNDS,
    /** The state of a payment is where its steps have led. */
    PAYMENT_STATE_FOLLOWS_STEPS,
    /** The same of credit notes, write-offs, discounts, waivers, re-plans. */
    ADJUSTMENT_ADDS_UP,
    /** What was written off is taken back by money that came late only while that money stands. */
    LATE_RECEIPT_STANDS,
    /** What settles a receivable is of its customer and its currency. */
    ONE_CUSTOMER_ONE_CURRENCY,
    /** A counter-entry is the exact opposite of what it takes back, and not earlier. */
    COUNTER_ENTRY_MIRRORS,
    /** Credit notes and write-offs were approved by somebody else than who asked for them. */
    MAKER_IS_NOT_CHECKER,
    /** Nor did one person alone put a plan into force that moves more than one person may. */
    PLAN_MAKER_IS_NOT_CHECKER,
    /** The plan in force comes to no more than its contract. */
    PLAN_WITHIN_CONTRACT,
    /** A matched line of a bank statement is the sum of its parts. */
    STATEMENT_LINE_ADDS_UP,
    /** No payment is two lines: no unique key holds this, since which match stands follows from the last decision. */
    PAYMENT_IS_ONE_LINE,
    /** What is stored as the due date is what was agreed last. */
    DUE_DATE_AS_AGREED,
    /** A receivable is its customer's owner's. */
    OWNER_IS_THE_CUSTOMERS,
    /** What is open will be looked at, and what is settled will not. */
    LOOKED_AT_WHILE_OPEN,
    /** Nobody is still told about money that is settled. */
    NOT_TOLD_ABOUT_SETTLED,
    /** Nothing was written into a period after it was closed. */
    NOTHING_IN_CLOSED_PERIODS,
    /** What is stored as kept of a promise is what came in time, and its state follows from that. */
    PROMISE_FOLLOWS_MONEY,
    /** What is on hold is so as long as a promise, dispute or pause says so. */
    HOLD_FOLLOWS_CAUSE
}
