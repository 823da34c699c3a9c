package io.huikuan.payment;

/** A step of a payment, and what it does: 1 adds the amount, -1 takes it away. */
public enum PaymentStep {
    CLAIMED(0, 0),
    SECURED(0, 1),
    CONFIRMED(1, 0),
    CLEARED(1, -1),
    REJECTED(0, 0),
    BOUNCED(0, -1),
    REVERSED(-1, 0);

    final int cash;
    final int secured;

    PaymentStep(int cash, int secured) {
        this.cash = cash;
        this.secured = secured;
    }

    /** The step by which one comes into the books. */
    static PaymentStep into(PaymentState state) {
        return switch (state) {
            case CLAIMED -> CLAIMED;
            case SECURED -> SECURED;
            case CONFIRMED -> CONFIRMED;
            case REJECTED, BOUNCED, REVERSED -> throw new IllegalArgumentException("nothing begins as " + state);
        };
    }
}
