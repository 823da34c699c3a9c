package io.huikuan.calendar;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody says of a day, whatever its day of the week. */
@Schema(name = "CalendarDayKind")
public enum DayKind {
    /** Off. */
    HOLIDAY,
    /** Worked, as around China's long holidays (调休). */
    WORKING
}
