package io.huikuan.rules;

import java.util.UUID;

/** A share of a payment must be more than zero. */
public final class AllocationNotPositive extends IllegalArgumentException {

    private final UUID receivableId;
    private final Money told;

    AllocationNotPositive(UUID receivableId, Money told) {
        super("The share of receivable " + receivableId + " is " + told + "; it must be more than zero");
        this.receivableId = receivableId;
        this.told = told;
    }

    public UUID receivableId() {
        return receivableId;
    }

    public Money told() {
        return told;
    }
}
