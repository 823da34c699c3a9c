package io.huikuan.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours in which an organisation works. What is counted is time that passes: where the clocks change within working hours, that day
 * has an hour less or more of it.
 *
 * @param from the wall clock's time from which every working day is worked
 * @param to the time until which it is worked; belongs to the working day no more
 */
public record WorkingTime(BusinessCalendar calendar, LocalTime from, LocalTime to, ZoneId zone) {
    /** @throws IllegalArgumentException unless {@code from} lies before {@code to} */
    public WorkingTime {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A working day ends after it has begun");
        }
    }

    public boolean isWorkedAt(Instant moment) {
        return onOrAfter(moment).equals(moment);
    }

    /** The moment itself if it is worked, else the next one that is. */
    public Instant onOrAfter(Instant moment) {
        return after(moment, Duration.ZERO);
    }

    /**
     * When so much working time has passed.
     *
     * @param working not negative; what ends with a working day ends there, and not at the beginning of the next
     */
    public Instant after(Instant start, Duration working) {
        if (working.isNegative()) {
            throw new IllegalArgumentException("Working time is counted forwards");
        }
        var left = working;
        var day = calendar.workingDayOnOrAfter(LocalDate.ofInstant(start, zone));
        while (true) {
            var begins = later(start, at(day, from));
            var ends = at(day, to);
            var stays = Duration.between(begins, ends);
            if (stays.isPositive() && left.compareTo(stays) <= 0) {
                return begins.plus(left);
            }
            left = stays.isPositive() ? left.minus(stays) : left;
            day = calendar.nextWorkingDayAfter(day);
        }
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
