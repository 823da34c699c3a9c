package io.huikuan.payment;

/** Where a payment stands; only a confirmed one counts as collected. */
public enum PaymentState {
    /** A salesperson says that it came; finance has yet to see it. */
    CLAIMED,
    /** Finance holds the cheque or draft: what it covers is owed no more, but it is no cash yet. */
    SECURED,
    /** It is there; a cheque or draft has cleared. */
    CONFIRMED,
    /** It was claimed, but never came. */
    REJECTED,
    /** The cheque or draft was not honoured. */
    BOUNCED,
    /** It had come, and is gone again: a wrong entry, a chargeback. */
    REVERSED;

    /** It was in the books once, and is not any more. */
    boolean isGone() {
        return this == REVERSED || this == BOUNCED;
    }

    boolean isInTheBooks() {
        return this == CONFIRMED || this == SECURED;
    }
}
