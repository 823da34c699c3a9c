package io.huikuan.rules;

import java.util.UUID;

/** The shares told add up to more than the payment. */
public final class AllocationExceedsPayment extends IllegalArgumentException {

    private final int index;
    private final UUID receivableId;
    private final Money told;
    private final Money left;

    AllocationExceedsPayment(int index, Allocation.Share share, Money left) {
        super("Share " + index + " takes " + share.amount() + ", but only " + left + " of the payment is left");
        this.index = index;
        this.receivableId = share.receivableId();
        this.told = share.amount();
        this.left = left;
    }

    /** Position of the first share that finds too little left, from 0. */
    public int index() {
        return index;
    }

    public UUID receivableId() {
        return receivableId;
    }

    public Money told() {
        return told;
    }

    /** What the shares before this one left of the payment. */
    public Money left() {
        return left;
    }
}
