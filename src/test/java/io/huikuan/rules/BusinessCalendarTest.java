package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {

    /** National Day 2025 in China: off from Wednesday 1 to Wednesday 8 October, worked on Sunday 28 September and Saturday 11 October. */
    private static final BusinessCalendar NATIONAL_DAY_2025 = new BusinessCalendar(
            EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            Set.copyOf(LocalDate.of(2025, 10, 1)
                    .datesUntil(LocalDate.of(2025, 10, 9))
                    .toList()),
            Set.of(LocalDate.of(2025, 9, 28), LocalDate.of(2025, 10, 11)));

    @ParameterizedTest
    @CsvSource({
        "2025-09-27, false, 2025-09-28, 2025-09-28",
        "2025-09-28, true,  2025-09-28, 2025-09-29",
        "2025-09-30, true,  2025-09-30, 2025-10-09",
        "2025-10-01, false, 2025-10-09, 2025-10-09",
        "2025-10-05, false, 2025-10-09, 2025-10-09",
        "2025-10-10, true,  2025-10-10, 2025-10-11",
        "2025-10-11, true,  2025-10-11, 2025-10-13",
        "2025-10-12, false, 2025-10-13, 2025-10-13",
    })
    void knowsHolidaysAndMakeUpDays(LocalDate date, boolean working, LocalDate onOrAfter, LocalDate after) {
        assertThat(NATIONAL_DAY_2025.isWorkingDay(date)).isEqualTo(working);
        assertThat(NATIONAL_DAY_2025.workingDayOnOrAfter(date)).isEqualTo(onOrAfter);
        assertThat(NATIONAL_DAY_2025.nextWorkingDayAfter(date)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"2024-02-29, true", "2024-03-01, true", "2024-03-02, false", "2024-03-03, false", "2024-03-04, true"})
    void mondayToFridayRestsOnSaturdayAndSunday(LocalDate date, boolean working) {
        assertThat(BusinessCalendar.mondayToFriday().isWorkingDay(date)).isEqualTo(working);
    }

    @Test
    void refusesAWeekWithoutWork() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BusinessCalendar(EnumSet.allOf(DayOfWeek.class), Set.of(), Set.of()))
                .withMessage("A calendar needs a day of the week to work on");
    }

    @Test
    void refusesADateBothOffAndWorked() {
        var date = LocalDate.of(2025, 10, 11);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BusinessCalendar(Set.of(), Set.of(date), Set.of(date)))
                .withMessage("2025-10-11 can't be both a holiday and a make-up working day");
    }

    @Test
    void keepsItsOwnCopy() {
        var weekend = EnumSet.of(DayOfWeek.FRIDAY);
        var calendar = new BusinessCalendar(weekend, Set.of(), Set.of());
        weekend.add(DayOfWeek.MONDAY);
        assertThat(calendar.isWorkingDay(LocalDate.of(2025, 10, 13))).isTrue();
    }
}
