package io.huikuan.rules;

/** What has become of a promise to pay, by what came of it. */
public enum PromiseOutcome {
    /** Something is missing, and there is still time. */
    OPEN,
    /** All came that could be asked for. */
    KEPT,
    /** A part came, and time is up. */
    PARTLY_KEPT,
    /** Nothing came, and time is up. */
    BROKEN,
    /** Nothing came, and nothing was owed any more: credited, written off, or paid with other money. */
    LAPSED;

    /**
     * Asked again whenever one of these changes: money that is gone again opens or breaks what it had kept, and money that turns out to
     * have come in time keeps what was broken.
     *
     * @param came money that counts for it: from the day of the promise to the last day that it had, and not taken back
     * @param payable what came, and what was still open besides on that last day: nobody breaks a promise to pay what is not owed
     * @param matured whether its last day is over
     * @throws CurrencyMismatch if they are not in one currency
     */
    public static PromiseOutcome of(Money promised, Money came, Money payable, boolean matured) {
        var owed = promised.min(payable);
        if (!owed.isPositive()) {
            return LAPSED;
        }
        if (came.compareTo(owed) >= 0) {
            return KEPT;
        }
        if (!matured) {
            return OPEN;
        }
        return came.isPositive() ? PARTLY_KEPT : BROKEN;
    }
}
