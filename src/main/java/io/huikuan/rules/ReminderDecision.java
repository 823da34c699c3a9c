package io.huikuan.rules;

import java.time.LocalDate;
import java.util.Optional;

/** What one look at a receivable comes to: a step to send, or the reason why not; and when to look again. */
public sealed interface ReminderDecision {

    /**
     * When to look again, always after the day of this look and on a working day; empty only where nothing is open. A payment, reversal, hold,
     * new due date, hand-over or new policy is a reason to look earlier.
     */
    Optional<LocalDate> nextLookOn();

    /**
     * Send this step.
     *
     * @param occurrence the how-manieth send of this step about this receivable, from 1
     */
    record Send(ReminderStep step, int occurrence, LocalDate nextLook) implements ReminderDecision {

        @Override
        public Optional<LocalDate> nextLookOn() {
            return Optional.of(nextLook);
        }
    }

    /** Send nothing, because of {@code reason}. */
    record Suppressed(Suppression reason, Optional<LocalDate> nextLook) implements ReminderDecision {

        @Override
        public Optional<LocalDate> nextLookOn() {
            return nextLook;
        }
    }
}
