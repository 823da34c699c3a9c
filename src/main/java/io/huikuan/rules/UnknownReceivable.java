package io.huikuan.rules;

import java.util.UUID;

/** A share names a receivable that the payment can't settle. */
public final class UnknownReceivable extends IllegalArgumentException {

    private final int index;
    private final UUID receivableId;

    UnknownReceivable(int index, UUID receivableId) {
        super("Share " + index + " names receivable " + receivableId + ", which this payment can't settle");
        this.index = index;
        this.receivableId = receivableId;
    }

    /** Position of the share among those told, from 0. */
    public int index() {
        return index;
    }

    public UUID receivableId() {
        return receivableId;
    }
}
