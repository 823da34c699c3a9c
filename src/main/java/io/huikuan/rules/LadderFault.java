package io.huikuan.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why steps don't make a ladder that does what it says.
 *
 * @param step its place, from 0
 * @param days that the reason names: an offset, an interval
 */
public record LadderFault(int step, Kind kind, int days) {

    public enum Kind {
        /** It has the day of the step before it: nobody is told twice a day about one receivable. */
        SAME_DAY,
        /** It comes before the step before it. */
        OUT_OF_ORDER,
        /** The minimum interval keeps it back until the next step has taken over. */
        NEVER_FIRES,
        /** The next step takes over before it could be sent a second time. */
        NEVER_REPEATS,
        /** It is to be repeated sooner than the minimum interval allows. */
        REPEATS_TOO_SOON,
        /** It speaks to the customer and to colleagues, or to others than the first step does. */
        MIXED_AUDIENCE,
        /** It speaks to the customer, who gets letters over the channels that the dunning rule names and no tasks. */
        NOT_FOR_CUSTOMERS
    }

    /**
     * All that is wrong with a ladder, in the order of its steps. What depends on amounts or holidays is given the benefit of the doubt: only
     * what can't ever happen is a fault.
     */
    public static List<LadderFault> of(List<ReminderStep> steps, DayCount dayCount, int minimumIntervalDays) {
        var faults = new ArrayList<LadderFault>();
        for (int at = 0; at < steps.size(); at++) {
            var step = steps.get(at);
            var spoken = speaking(step, steps.getFirst());
            if (spoken.isPresent()) {
                faults.add(new LadderFault(at, spoken.get(), step.offsetDays()));
            }
            if (at > 0 && steps.get(at - 1).offsetDays() >= step.offsetDays()) {
                var kind = steps.get(at - 1).offsetDays() == step.offsetDays() ? Kind.SAME_DAY : Kind.OUT_OF_ORDER;
                faults.add(new LadderFault(at, kind, step.offsetDays()));
                continue;
            }
            if (step.repeats() && step.repeatEveryWorkingDays() < minimumIntervalDays) {
                faults.add(new LadderFault(at, Kind.REPEATS_TOO_SOON, minimumIntervalDays));
            }
            boolean isTakenOver = at + 1 < steps.size()
                    && steps.get(at + 1).minimumOpen().isEmpty()
                    && steps.get(at + 1).offsetDays() > step.offsetDays();
            if (!isTakenOver) {
                continue;
            }
            int takenOver = steps.get(at + 1).offsetDays();
            if (step.repeats() && step.offsetDays() + step.repeatEveryWorkingDays() >= takenOver) {
                faults.add(new LadderFault(at, Kind.NEVER_REPEATS, takenOver));
            }
            // Working days are further apart than their number says: it may be just far enough.
            if (at > 0
                    && dayCount == DayCount.CALENDAR
                    && steps.get(at - 1).minimumOpen().isEmpty()
                    && steps.get(at - 1).offsetDays() + minimumIntervalDays >= takenOver) {
                faults.add(new LadderFault(at, Kind.NEVER_FIRES, minimumIntervalDays));
            }
        }
        return List.copyOf(faults);
    }

    private static Optional<Kind> speaking(ReminderStep step, ReminderStep first) {
        boolean alone = !step.speaksToCustomer() || step.audience().size() == 1;
        if (step.speaksToCustomer() != first.speaksToCustomer() || !alone) {
            return Optional.of(Kind.MIXED_AUDIENCE);
        }
        return step.speaksToCustomer()
                        && (step.task().isPresent() || !step.channels().isEmpty())
                ? Optional.of(Kind.NOT_FOR_CUSTOMERS)
                : Optional.empty();
    }
}
