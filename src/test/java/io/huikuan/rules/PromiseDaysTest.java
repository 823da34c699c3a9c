package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseDaysTest {
    /** Off from Wednesday 1 to Wednesday 8 October 2025, worked on Sunday 28 September and Saturday 11 October. */
    private static final BusinessCalendar NATIONAL_DAY_2025 = new BusinessCalendar(
            EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            Set.copyOf(LocalDate.of(2025, 10, 1)
                    .datesUntil(LocalDate.of(2025, 10, 9))
                    .toList()),
            Set.of(LocalDate.of(2025, 9, 28), LocalDate.of(2025, 10, 11)));

    @ParameterizedTest(name = "given on {0} for {1} with {2} days of grace")
    @CsvSource({
        // In the week: reminded the day before, waited for until the day after.
        "2025-09-16, 2025-09-18, 0, 2025-09-18, 2025-09-17",
        "2025-09-16, 2025-09-18, 1, 2025-09-19, 2025-09-17",
        "2025-09-16, 2025-09-18, 2, 2025-09-22, 2025-09-17",
        // For tomorrow or today: too soon to be reminded of.
        "2025-09-16, 2025-09-17, 1, 2025-09-18, ",
        "2025-09-16, 2025-09-16, 1, 2025-09-17, ",
        // Over a weekend, and for a day of it.
        "2025-09-16, 2025-09-19, 1, 2025-09-22, 2025-09-18",
        "2025-09-16, 2025-09-22, 1, 2025-09-23, 2025-09-19",
        "2025-09-16, 2025-09-20, 0, 2025-09-22, 2025-09-19",
        "2025-09-16, 2025-09-20, 1, 2025-09-23, 2025-09-19",
        // Worked on a Sunday before the long holiday, off through it, worked on a Saturday after it.
        "2025-09-16, 2025-09-29, 0, 2025-09-29, 2025-09-28",
        "2025-09-16, 2025-09-30, 1, 2025-10-09, 2025-09-29",
        "2025-09-16, 2025-10-03, 1, 2025-10-10, 2025-09-30",
        "2025-09-16, 2025-10-10, 1, 2025-10-11, 2025-10-09",
    })
    void countsWorkingDays(
            LocalDate promisedOn, LocalDate dueOn, int grace, LocalDate heldUntil, @Nullable LocalDate remindOn) {
        assertThat(PromiseDays.of(promisedOn, dueOn, grace, NATIONAL_DAY_2025))
                .isEqualTo(new PromiseDays(heldUntil, Optional.ofNullable(remindOn)));
    }

    @ParameterizedTest(name = "on {1}, {2} working days after it is {3}")
    @CsvSource({
        "2024-02-26, 2024-02-28, 1, 2024-02-29",
        "2024-02-26, 2024-02-29, 1, 2024-03-01",
        "2026-12-28, 2026-12-31, 1, 2027-01-01",
        "2026-01-26, 2026-01-30, 1, 2026-02-02",
    })
    void goesOverTheEndOfMonthsAndYears(LocalDate promisedOn, LocalDate dueOn, int grace, LocalDate heldUntil) {
        assertThat(PromiseDays.of(promisedOn, dueOn, grace, BusinessCalendar.mondayToFriday())
                        .heldUntil())
                .isEqualTo(heldUntil);
    }
}
