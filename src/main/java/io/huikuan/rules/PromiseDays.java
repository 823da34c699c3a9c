package io.huikuan.rules;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days of a promise to pay.
 *
 * @param heldUntil its last day: until then nobody is asked for the promised money, and what comes keeps it
 * @param remindOn when its owner is reminded of it; empty where it is due too soon for that
 */
public record PromiseDays(LocalDate heldUntil, Optional<LocalDate> remindOn) {

    /**
     * A promise for a day off is one for the next working day, for no bank moves money before.
     *
     * @param graceWorkingDays how many working days money may take to be seen
     */
    public static PromiseDays of(
            LocalDate promisedOn, LocalDate dueOn, int graceWorkingDays, BusinessCalendar calendar) {
        var last = calendar.workingDayOnOrAfter(dueOn);
        for (int day = 0; day < graceWorkingDays; day++) {
            last = calendar.nextWorkingDayAfter(last);
        }
        var before = calendar.workingDayOnOrBefore(dueOn.minusDays(1));
        return new PromiseDays(last, Optional.of(before).filter(day -> day.isAfter(promisedOn)));
    }
}
