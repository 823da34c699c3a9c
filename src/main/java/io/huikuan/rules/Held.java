package io.huikuan.rules;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A part of what is open that is not asked for now, because it is promised, disputed or paused.
 *
 * @param lastDay of the hold; empty where it has no end of its own
 */
public record Held(Money amount, Optional<LocalDate> lastDay) {

    /** @throws IllegalArgumentException if the amount is negative */
    public Held {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("The amount on hold is negative: " + amount);
        }
    }
}
