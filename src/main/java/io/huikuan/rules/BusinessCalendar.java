package io.huikuan.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * On which days an organisation works.
 *
 * @param weekend days of the week that are off; at least one day of the week is left to work on
 * @param holidays dates that are off whatever their day of the week
 * @param makeUpWorkingDays dates worked although they fall on a weekend, as around China's long holidays (调休)
 */
public record BusinessCalendar(Set<DayOfWeek> weekend, Set<LocalDate> holidays, Set<LocalDate> makeUpWorkingDays) {

    private static final BusinessCalendar MONDAY_TO_FRIDAY =
            new BusinessCalendar(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(), Set.of());

    /** @throws IllegalArgumentException if no day of the week is worked, or a date is both a holiday and worked */
    public BusinessCalendar {
        weekend = Set.copyOf(weekend);
        holidays = Set.copyOf(holidays);
        makeUpWorkingDays = Set.copyOf(makeUpWorkingDays);
        if (weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("A calendar needs a day of the week to work on");
        }
        for (var day : makeUpWorkingDays) {
            if (holidays.contains(day)) {
                throw new IllegalArgumentException(day + " can't be both a holiday and a make-up working day");
            }
        }
    }

    public static BusinessCalendar mondayToFriday() {
        return MONDAY_TO_FRIDAY;
    }

    public boolean isWorkingDay(LocalDate date) {
        return makeUpWorkingDays.contains(date) || !(weekend.contains(date.getDayOfWeek()) || holidays.contains(date));
    }

    /** The date itself if it is worked, else the first working day after it. */
    public LocalDate workingDayOnOrAfter(LocalDate date) {
        var day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The date itself if it is worked, else the last working day before it. */
    public LocalDate workingDayOnOrBefore(LocalDate date) {
        var day = date;
        while (!isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The first working day strictly after the date. */
    public LocalDate nextWorkingDayAfter(LocalDate date) {
        return workingDayOnOrAfter(date.plusDays(1));
    }

    /** The working day that lies so many working days behind the date, or before it where they are negative; the date itself for 0. */
    public LocalDate plusWorkingDays(LocalDate date, int days) {
        var day = date;
        for (int left = Math.abs(days); left > 0; left--) {
            day = days > 0 ? nextWorkingDayAfter(day) : workingDayOnOrBefore(day.minusDays(1));
        }
        return day;
    }
}
