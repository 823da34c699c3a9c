package io.huikuan.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * When something is due after a milestone.
 *
 * @param months whole months after the milestone, before anything else is counted; the last day of a month that is too short
 * @param days that many days after the day so reached, or after the end of its month; 0 with {@link DueKind#FIXED_DAY}
 * @param day of the month, with {@link DueKind#FIXED_DAY} only, else 0; the last day of a month that has fewer
 * @param workingDays where it goes from a day off
 */
public record DueRule(DueKind kind, int months, int days, int day, WorkingDayRule workingDays) {
    /** Ten years; whatever lies further ahead is a slip of the pen. */
    public static final int MOST_MONTHS = 120;

    public static final int MOST_DAYS = 3650;
    private static final int LAST_DAY = 31;

    /** @throws IllegalArgumentException if a number is out of its range, or does not go with the kind */
    public DueRule {
        require(months >= 0 && months <= MOST_MONTHS, "months out of range");
        require(days >= 0 && days <= MOST_DAYS, "days out of range");
        if (kind == DueKind.FIXED_DAY) {
            require(day >= 1 && day <= LAST_DAY, "no day of a month");
            require(months >= 1, "the day may have passed in the milestone's own month");
            require(days == 0, "a fixed day counts no days");
        } else {
            require(day == 0, "only a fixed day has a day of the month");
        }
    }

    public static DueRule days(int days, WorkingDayRule workingDays) {
        return new DueRule(DueKind.DAYS, 0, days, 0, workingDays);
    }

    public static DueRule endOfMonth(int days, WorkingDayRule workingDays) {
        return new DueRule(DueKind.END_OF_MONTH, 0, days, 0, workingDays);
    }

    public static DueRule fixedDay(int day, int months, WorkingDayRule workingDays) {
        return new DueRule(DueKind.FIXED_DAY, months, 0, day, workingDays);
    }

    /** The same, so many months later: each instalment counts from the milestone itself, so that short months add up to nothing. */
    public DueRule later(int moreMonths) {
        return new DueRule(kind, months + moreMonths, days, day, workingDays);
    }

    /** Never before the milestone. */
    public LocalDate after(LocalDate milestone, BusinessCalendar calendar) {
        return workingDays.apply(agreed(milestone.plusMonths(months)), calendar, milestone);
    }

    private LocalDate agreed(LocalDate start) {
        return switch (kind) {
            case DAYS -> start.plusDays(days);
            case END_OF_MONTH -> start.with(TemporalAdjusters.lastDayOfMonth()).plusDays(days);
            case FIXED_DAY -> {
                var month = YearMonth.from(start);
                yield month.atDay(Math.min(day, month.lengthOfMonth()));
            }
        };
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
