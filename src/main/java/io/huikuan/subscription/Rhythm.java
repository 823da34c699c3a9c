package io.huikuan.subscription;

import io.huikuan.rules.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * When a subscription is due: at a time of the day in the organisation's zone, on one day of each week or else on every working day.
 */
record Rhythm(LocalTime at, Optional<DayOfWeek> weekday) {
    /** The first time after {@code moment}. Where clocks skip it, the moment after; where they repeat it, the first of the two. */
    Instant next(Instant moment, ZoneId zone, BusinessCalendar calendar) {
        var today = LocalDate.ofInstant(moment, zone);
        var first = on(dayFrom(today, calendar), zone);
        return first.isAfter(moment) ? first : on(dayFrom(today.plusDays(1), calendar), zone);
    }

    /** False where the day has become one that is off since it was reckoned. */
    boolean holdsOn(LocalDate day, BusinessCalendar calendar) {
        return weekday.isPresent() || calendar.isWorkingDay(day);
    }

    private LocalDate dayFrom(LocalDate day, BusinessCalendar calendar) {
        return weekday.map(wanted -> day.with(TemporalAdjusters.nextOrSame(wanted)))
                .orElseGet(() -> calendar.workingDayOnOrAfter(day));
    }

    private Instant on(LocalDate day, ZoneId zone) {
        return day.atTime(at).atZone(zone).toInstant();
    }
}
