package io.huikuan.allocation;

/** Why an allocation got its counter-entry. */
public enum TakenBack {
    /** The payment or adjustment as a whole was taken back. */
    REVERSAL,
    /** The money stays, but is not for this receivable. */
    DEALLOCATION,
    /** The cheque or draft was not honoured. */
    BOUNCE,
    /** The cheque or draft has become cash, which settles the same from then on. */
    CLEARANCE,
    /** Money came for what was written off, until that is taken back itself. */
    LATE_RECEIPT
}
