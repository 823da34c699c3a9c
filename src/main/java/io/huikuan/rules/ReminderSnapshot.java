package io.huikuan.rules;

import java.time.LocalDate;
import java.util.Optional;

/**
 * All that a decision needs to know about one receivable, at one moment.
 *
 * @param onHold the part of the open amount that is promised, disputed or paused; in the currency of {@code open}
 * @param last empty as long as nothing was sent
 * @param hasRecipient there is somebody whom the steps' audience comes down to
 */
public record ReminderSnapshot(
        LocalDate dueOn, Money open, Money onHold, Optional<LadderPosition> last, boolean hasRecipient) {

    /**
     * @throws CurrencyMismatch if open and held amount are not in one currency
     * @throws IllegalArgumentException if the held amount is negative
     */
    public ReminderSnapshot {
        if (onHold.compareTo(Money.zero(open.currency())) < 0) {
            throw new IllegalArgumentException("The amount on hold is negative: " + onHold);
        }
    }

    /** What may be asked for now: open and not on hold. */
    public Money demand() {
        return open.minus(onHold);
    }
}
