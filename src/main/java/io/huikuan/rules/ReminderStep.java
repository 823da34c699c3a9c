package io.huikuan.rules;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One rung of the ladder.
 *
 * @param offsetDays days from the due date, as the policy counts them; negative is before it
 * @param audience at least one
 * @param channels that it may be told by besides the inbox; none is the inbox alone
 * @param repeatEveryWorkingDays sent anew after so many working days until somebody acknowledges it or the next step takes over; 0 for once
 * @param minimumOpen by ISO 4217 code: for less than this the step is left out; a currency that is not named has no minimum
 * @param task what is to be done besides telling
 */
public record ReminderStep(
        int offsetDays,
        Set<Audience> audience,
        Set<ReminderChannel> channels,
        int repeatEveryWorkingDays,
        Map<String, BigDecimal> minimumOpen,
        Optional<StepTask> task) {

    /** Every way to a person: what a step allows that says nothing else. */
    public static final Set<ReminderChannel> ANY_CHANNEL =
            Collections.unmodifiableSet(EnumSet.allOf(ReminderChannel.class));

    /** @throws IllegalArgumentException if nobody would be told, or the repeat or a minimum is negative */
    public ReminderStep {
        if (audience.isEmpty()) {
            throw new IllegalArgumentException("Step " + offsetDays + " needs somebody to speak to");
        }
        if (repeatEveryWorkingDays < 0) {
            throw new IllegalArgumentException("Step " + offsetDays + " can't repeat before it was sent");
        }
        audience = Collections.unmodifiableSet(EnumSet.copyOf(audience));
        channels = Set.copyOf(channels);
        minimumOpen = ReminderPolicy.minimum(minimumOpen);
    }

    /** A step that is sent once, by whatever channel each person wants, whatever is open. */
    public static ReminderStep once(int offsetDays, Set<Audience> audience) {
        return new ReminderStep(offsetDays, audience, ANY_CHANNEL, 0, Map.of(), Optional.empty());
    }

    ReminderStep repeatingEvery(int workingDays) {
        return new ReminderStep(offsetDays, audience, channels, workingDays, minimumOpen, task);
    }

    ReminderStep with(StepTask wanted) {
        return new ReminderStep(
                offsetDays, audience, channels, repeatEveryWorkingDays, minimumOpen, Optional.of(wanted));
    }

    /** Whether the customer is spoken to, and so nobody else. */
    public boolean speaksToCustomer() {
        return audience.contains(Audience.CUSTOMER);
    }

    public boolean repeats() {
        return repeatEveryWorkingDays > 0;
    }

    boolean isWorth(Money demand) {
        return !ReminderPolicy.isLessThan(minimumOpen, demand);
    }
}
