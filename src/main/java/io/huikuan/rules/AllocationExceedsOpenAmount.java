package io.huikuan.rules;

import java.util.UUID;

/** The shares told would pay a receivable more than is open on it. */
public final class AllocationExceedsOpenAmount extends IllegalArgumentException {

    private final int index;
    private final UUID receivableId;
    private final Money told;
    private final Money open;

    AllocationExceedsOpenAmount(int index, Allocation.Share share, Money open) {
        super("Share " + index + " takes " + share.amount() + ", but only " + open + " is open on receivable "
                + share.receivableId());
        this.index = index;
        this.receivableId = share.receivableId();
        this.told = share.amount();
        this.open = open;
    }

    /** Position of the first share that finds too little open, from 0. */
    public int index() {
        return index;
    }

    public UUID receivableId() {
        return receivableId;
    }

    public Money told() {
        return told;
    }

    /** What the shares before this one left open on the receivable. */
    public Money open() {
        return open;
    }
}
