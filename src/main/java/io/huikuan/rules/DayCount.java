package io.huikuan.rules;

import java.time.LocalDate;

/** Which days a ladder counts from the due date to its steps. */
public enum DayCount {
    /** All of them. */
    CALENDAR,
    /** Those that the organisation works, so that holidays don't escalate anything. */
    WORKING;

    /** The day that lies so many days behind the date, or before it where they are negative. */
    LocalDate plus(LocalDate date, int days, BusinessCalendar calendar) {
        return switch (this) {
            case CALENDAR -> date.plusDays(days);
            case WORKING -> calendar.plusWorkingDays(date, days);
        };
    }
}
