package io.huikuan.rules;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One rung of the ladder.
 *
 * @param offsetDays calendar days from the due date; negative is before it
 * @param audience at least one
 * @param repeatsEveryWorkingDay sent anew on each working day until somebody acknowledges it or the next step takes over
 * @param task what is to be done besides telling
 */
public record ReminderStep(
        int offsetDays, Set<Audience> audience, boolean repeatsEveryWorkingDay, Optional<StepTask> task) {

    /** @throws IllegalArgumentException if nobody would be told */
    public ReminderStep {
        if (audience.isEmpty()) {
            throw new IllegalArgumentException("Step " + offsetDays + " needs somebody to speak to");
        }
        audience = Collections.unmodifiableSet(EnumSet.copyOf(audience));
    }
}
