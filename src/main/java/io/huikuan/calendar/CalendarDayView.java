package io.huikuan.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a day is worked, and why. */
@Schema(name = "CalendarDay")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarDayView(
        @Schema(required = true, example = "2026-10-10") LocalDate date,
        @Schema(required = true, example = "true") boolean working,
        @Schema(required = true) Reason reason,

        @Nullable @Schema(description = "Absent of a day that is like the others of its week.", example = "国庆节调休")
        String name) {
    @Schema(
            name = "CalendarDayReason",
            description =
                    "`SET`: the organisation says so itself, which wins. `PUBLIC_HOLIDAY`, `MAKE_UP_WORKING_DAY`: its country says so. "
                            + "`WEEKDAY`, `WEEKEND`: nothing is said of the day.")
    public enum Reason {
        MAKE_UP_WORKING_DAY,
        PUBLIC_HOLIDAY,
        SET,
        WEEKDAY,
        WEEKEND
    }
}
