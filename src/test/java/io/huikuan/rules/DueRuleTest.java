package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueRuleTest {
    private static final BusinessCalendar CALENDAR = BusinessCalendar.mondayToFriday();

    /** National Day 2025 in China, off from Wednesday 1 to Wednesday 8 October. */
    private static final BusinessCalendar NATIONAL_DAY = new BusinessCalendar(
            EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            Set.copyOf(LocalDate.of(2025, 10, 1)
                    .datesUntil(LocalDate.of(2025, 10, 9))
                    .toList()),
            Set.of());

    @ParameterizedTest
    @CsvSource({
        // kind, months, days, day, milestone, due
        "DAYS, 0, 0, 0, 2026-11-22, 2026-11-22",
        "DAYS, 0, 30, 0, 2026-11-22, 2026-12-22",
        "DAYS, 0, 1, 0, 2028-02-28, 2028-02-29",
        "DAYS, 0, 1, 0, 2027-02-28, 2027-03-01",
        "DAYS, 0, 365, 0, 2027-03-01, 2028-02-29",
        // Months are counted before days: the 31st becomes the last day of a short month, and is not counted on from
        // there.
        "DAYS, 1, 0, 0, 2027-01-31, 2027-02-28",
        "DAYS, 1, 0, 0, 2028-01-31, 2028-02-29",
        "DAYS, 2, 0, 0, 2027-01-31, 2027-03-31",
        "END_OF_MONTH, 0, 0, 0, 2026-11-01, 2026-11-30",
        "END_OF_MONTH, 0, 0, 0, 2026-11-30, 2026-11-30",
        "END_OF_MONTH, 0, 0, 0, 2028-02-29, 2028-02-29",
        "END_OF_MONTH, 0, 30, 0, 2027-01-15, 2027-03-02",
        "END_OF_MONTH, 0, 60, 0, 2026-12-01, 2027-03-01",
        "END_OF_MONTH, 1, 0, 0, 2027-01-31, 2027-02-28",
        "FIXED_DAY, 1, 0, 31, 2027-01-31, 2027-02-28",
        "FIXED_DAY, 1, 0, 31, 2028-01-01, 2028-02-29",
        "FIXED_DAY, 1, 0, 30, 2027-03-31, 2027-04-30",
        "FIXED_DAY, 1, 0, 1, 2026-12-31, 2027-01-01",
        "FIXED_DAY, 3, 0, 15, 2026-11-22, 2027-02-15",
    })
    void countsFromTheMilestone(DueKind kind, int months, int days, int day, LocalDate milestone, LocalDate expected) {
        var rule = new DueRule(kind, months, days, day, WorkingDayRule.AS_IS);

        assertThat(rule.after(milestone, CALENDAR)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // Saturday 31 October 2026: the next working day is in November.
        "2026-10-31, AS_IS, 2026-10-31",
        "2026-10-31, FOLLOWING, 2026-11-02",
        "2026-10-31, PRECEDING, 2026-10-30",
        "2026-10-31, MODIFIED_FOLLOWING, 2026-10-30",
        // Saturday 7 November 2026: it is in the same month.
        "2026-11-07, FOLLOWING, 2026-11-09",
        "2026-11-07, PRECEDING, 2026-11-06",
        "2026-11-07, MODIFIED_FOLLOWING, 2026-11-09",
        // Sunday 1 November 2026: the day before is in October.
        "2026-11-01, FOLLOWING, 2026-11-02",
        "2026-11-01, PRECEDING, 2026-10-30",
        "2026-11-01, MODIFIED_FOLLOWING, 2026-11-02",
        // Tuesday 29 February 2028 is worked: nothing moves.
        "2028-02-29, FOLLOWING, 2028-02-29",
        "2028-02-29, PRECEDING, 2028-02-29",
        "2028-02-29, MODIFIED_FOLLOWING, 2028-02-29",
    })
    void movesOffADayOff(LocalDate agreed, WorkingDayRule rule, LocalDate expected) {
        assertThat(DueRule.days(30, rule).after(agreed.minusDays(30), CALENDAR)).isEqualTo(expected);
    }

    @Test
    void movesOverALongHoliday() {
        var milestone = LocalDate.of(2025, 9, 5);

        assertThat(DueRule.days(30, WorkingDayRule.FOLLOWING).after(milestone, NATIONAL_DAY))
                .isEqualTo("2025-10-09");
        assertThat(DueRule.days(30, WorkingDayRule.PRECEDING).after(milestone, NATIONAL_DAY))
                .isEqualTo("2025-09-30");
        assertThat(DueRule.days(30, WorkingDayRule.MODIFIED_FOLLOWING).after(milestone, NATIONAL_DAY))
                .isEqualTo("2025-10-09");
    }

    @Test
    void isNeverDueBeforeTheMilestone() {
        var saturday = LocalDate.of(2026, 11, 7);

        assertThat(DueRule.days(0, WorkingDayRule.PRECEDING).after(saturday, CALENDAR))
                .isEqualTo("2026-11-09");
        assertThat(DueRule.days(1, WorkingDayRule.PRECEDING).after(saturday, CALENDAR))
                .isEqualTo("2026-11-09");
        // The last day of October, a Saturday: neither may it be due before, nor is there another day left in the
        // month.
        assertThat(DueRule.days(0, WorkingDayRule.MODIFIED_FOLLOWING).after(LocalDate.of(2026, 10, 31), CALENDAR))
                .isEqualTo("2026-11-02");
    }

    @Property
    void isDueOnAWorkingDayUnlessItIsLeftAsItIs(
            @ForAll DueKind kind,
            @ForAll @IntRange(min = 1, max = 24) int months,
            @ForAll @IntRange(max = 400) int days,
            @ForAll @IntRange(min = 1, max = 31) int day,
            @ForAll WorkingDayRule workingDays,
            @ForAll @IntRange(max = 3000) int start) {
        boolean fixed = kind == DueKind.FIXED_DAY;
        var rule = new DueRule(kind, months, fixed ? 0 : days, fixed ? day : 0, workingDays);
        var milestone = LocalDate.of(2024, 1, 1).plusDays(start);

        var due = rule.after(milestone, CALENDAR);

        assertThat(due).isAfterOrEqualTo(milestone);
        if (workingDays != WorkingDayRule.AS_IS) {
            assertThat(CALENDAR.isWorkingDay(due)).isTrue();
        }
        var asIs = new DueRule(kind, months, rule.days(), rule.day(), WorkingDayRule.AS_IS).after(milestone, CALENDAR);
        assertThat(due).isBetween(asIs.minusDays(2), asIs.plusDays(2));
        if (workingDays == WorkingDayRule.MODIFIED_FOLLOWING) {
            assertThat(due.getMonth()).isEqualTo(asIs.getMonth());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DAYS, -1, 0, 0",
        "DAYS, 121, 0, 0",
        "DAYS, 0, -1, 0",
        "DAYS, 0, 3651, 0",
        "DAYS, 0, 0, 1",
        "END_OF_MONTH, 0, 0, 31",
        "FIXED_DAY, 0, 0, 15",
        "FIXED_DAY, 1, 1, 15",
        "FIXED_DAY, 1, 0, 0",
        "FIXED_DAY, 1, 0, 32",
    })
    void refusesNumbersThatMakeNoSense(DueKind kind, int months, int days, int day) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DueRule(kind, months, days, day, WorkingDayRule.AS_IS));
    }
}
