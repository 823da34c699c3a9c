package io.huikuan.adjustment;

/** Where an adjustment stands; only an approved one counts anywhere. */
public enum AdjustmentState {
    /** It waits for a second person. */
    PROPOSED,
    APPROVED,
    REFUSED,
    /** It counted, and was taken back. */
    REVERSED
}
