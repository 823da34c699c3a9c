package io.huikuan.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an organisation works where nothing is said of a day.
 *
 * @param country whose public holidays are kept, ISO 3166-1; null where none are
 * @param weekend days of the week that are off: six at the most
 * @param from the time from which it works
 * @param to the time until which it works, after {@code from}
 */
public record WorkWeek(@Nullable String country, Set<DayOfWeek> weekend, LocalTime from, LocalTime to) {
    /** What every organisation has until it says something else. */
    static final WorkWeek USUAL = new WorkWeek(
            null, EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), LocalTime.of(9, 0), LocalTime.of(18, 0));

    public WorkWeek {
        weekend = Set.copyOf(weekend);
    }
}
