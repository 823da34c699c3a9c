package io.huikuan.allocation;

/** What settles a receivable. Only a payment is collected; only a payment and an instrument are paid by the customer. */
public enum SourceKind {
    /** Cash. */
    PAYMENT,
    /** A draft or cheque in hand: what it covers is owed no more, and is secured rather than collected until it has cleared. */
    INSTRUMENT,
    CREDIT_NOTE,
    WRITE_OFF,
    /** Given up because the customer paid early, as was offered. */
    DISCOUNT,
    /** Interest or a fee that is not asked for. */
    WAIVER,
    /** Taken off one receivable to be billed on others, by a new version of a plan. */
    REPLAN;

    boolean isOfPayment() {
        return this == PAYMENT || this == INSTRUMENT;
    }
}
