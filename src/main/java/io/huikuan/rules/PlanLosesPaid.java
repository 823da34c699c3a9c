package io.huikuan.rules;

import java.util.UUID;

/** A new version of a plan that has less for a line than what was paid on it. */
public final class PlanLosesPaid extends IllegalArgumentException {
    private final UUID lineId;
    private final transient Money paid;

    public PlanLosesPaid(UUID lineId, Money paid) {
        super(paid + " was paid on line " + lineId);
        this.lineId = lineId;
        this.paid = paid;
    }

    public UUID lineId() {
        return lineId;
    }

    public Money paid() {
        return paid;
    }
}
