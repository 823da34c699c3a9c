package io.huikuan.payment;

/** Where a payment stands; only a confirmed one counts anywhere. */
public enum PaymentState {
    /** A salesperson says that it came; finance has yet to see it. */
    CLAIMED,
    CONFIRMED,
    /** It was claimed, but never came. */
    REJECTED,
    /** It had come, and is gone again: a bounced cheque, a wrong entry. */
    REVERSED
}
