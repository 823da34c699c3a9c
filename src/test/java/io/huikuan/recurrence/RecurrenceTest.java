package io.huikuan.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.platform.InvalidRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {
    @ParameterizedTest(name = "{0} from {1}: {3}")
    @CsvSource({
        "FREQ=DAILY;INTERVAL=3, 2026-02-26, 2026-02-26, 2026-02-26 2026-03-01 2026-03-04",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU, 2026-11-24, 2026-11-25, 2026-12-08 2026-12-22",
        "FREQ=MONTHLY;BYMONTHDAY=-1, 2027-12-31, 2028-01-01, 2028-01-31 2028-02-29 2028-03-31",
        "FREQ=MONTHLY;BYMONTHDAY=31, 2026-01-31, 2026-02-01, 2026-03-31 2026-05-31",
        "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1, 2026-11-27, 2026-11-27, 2026-11-27 2026-12-25",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29, 2024-02-29, 2026-01-01, 2028-02-29 2032-02-29",
        "FREQ=DAILY;COUNT=3, 2026-11-20, 2026-11-21, 2026-11-21 2026-11-22",
        "FREQ=DAILY;UNTIL=20261122, 2026-11-20, 2026-11-21, 2026-11-21 2026-11-22"
    })
    void tellsTheDaysOfARule(String rule, LocalDate start, LocalDate from, String days) {
        var expected = Arrays.stream(days.split(" ")).map(LocalDate::parse).toList();

        assertThat(Recurrence.of(rule, start).upcoming(from, expected.size())).isEqualTo(expected);
    }

    @Test
    void comesToAnEnd() {
        var thrice = Recurrence.of("FREQ=DAILY;COUNT=3", LocalDate.of(2026, 11, 20));

        assertThat(thrice.upcoming(LocalDate.of(2026, 11, 20), 9)).hasSize(3);
        assertThat(thrice.onOrAfter(LocalDate.of(2026, 11, 23))).isEmpty();
        assertThat(thrice.last(LocalDate.of(2026, 11, 20), LocalDate.of(2027, 1, 1)))
                .contains(LocalDate.of(2026, 11, 22));
        assertThat(thrice.last(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 20)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "every Tuesday",
                "FREQ=SOMETIMES",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=DAILY;UNTIL=20261231T000000Z",
                "FREQ=HOURLY",
                "FREQ=DAILY;BYHOUR=9",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=DAILY;UNTIL=20200101",
                "FREQ=DAILY;INTERVAL=0"
            })
    void refusesWhatIsNoRuleOfDaysThatCome(String rule) {
        assertThatThrownBy(() -> Recurrence.of(rule, LocalDate.of(2026, 11, 20)))
                .isInstanceOf(InvalidRequest.class)
                .extracting(refused ->
                        ((InvalidRequest) refused).faults().getFirst().pointer())
                .isEqualTo("/rule");
    }

    @Test
    void tellsWhyARuleIsRefused() {
        assertThat(List.of(code("FREQ=HOURLY"), code("nonsense"), code("FREQ=DAILY;UNTIL=20200101")))
                .containsExactly("rule-of-parts-of-days", "rule-invalid", "rule-never-comes");
    }

    private static String code(String rule) {
        try {
            Recurrence.of(rule, LocalDate.of(2026, 11, 20)).upcoming(LocalDate.of(2026, 11, 20), 1);
            return "accepted";
        } catch (InvalidRequest refused) {
            return refused.faults().getFirst().code();
        }
    }
}
