package io.huikuan.rules;

import java.time.LocalDate;
import java.time.YearMonth;

/** Where a due date goes that falls on a day off. */
public enum WorkingDayRule {
    /** Nowhere. */
    AS_IS,
    /** To the next working day. */
    FOLLOWING,
    /** To the working day before. */
    PRECEDING,
    /** To the next working day, unless that lies in another month: then to the one before. */
    MODIFIED_FOLLOWING;

    /**
     * The date itself where it is worked.
     *
     * @param earliest nothing falls due before it: where only days off lie between it and the date, the next working day counts
     */
    public LocalDate apply(LocalDate date, BusinessCalendar calendar, LocalDate earliest) {
        var following = calendar.workingDayOnOrAfter(date);
        var moved = switch (this) {
            case AS_IS -> date;
            case FOLLOWING -> following;
            case PRECEDING -> calendar.workingDayOnOrBefore(date);
            case MODIFIED_FOLLOWING ->
                YearMonth.from(following).equals(YearMonth.from(date))
                        ? following
                        : calendar.workingDayOnOrBefore(date);
        };
        return moved.isBefore(earliest) ? following : moved;
    }
}
