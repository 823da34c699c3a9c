package io.huikuan.adjustment;

import io.huikuan.allocation.SourceKind;

/** Why less is owed though nobody paid. */
public enum AdjustmentKind {
    /** Billed too much, sent back, granted afterwards: what it settles no receivable with stays to the customer's credit. */
    CREDIT_NOTE,
    /** Nobody expects it any more. It is taken back where money comes after all. */
    WRITE_OFF,
    /** Offered to whoever pays early, and taken. */
    DISCOUNT,
    /** Interest or a fee that is not asked for. */
    WAIVER,
    /** Billed anew on other receivables. */
    REPLAN;

    SourceKind source() {
        return switch (this) {
            case CREDIT_NOTE -> SourceKind.CREDIT_NOTE;
            case WRITE_OFF -> SourceKind.WRITE_OFF;
            case DISCOUNT -> SourceKind.DISCOUNT;
            case WAIVER -> SourceKind.WAIVER;
            case REPLAN -> SourceKind.REPLAN;
        };
    }
}
