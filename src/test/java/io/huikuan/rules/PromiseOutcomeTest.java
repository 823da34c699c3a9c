package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseOutcomeTest {
    @ParameterizedTest(name = "{0} promised, {1} came of {2}: before {3}, after {4}")
    @CsvSource({
        // Nothing, a part, all but a cent, all, more than all.
        "100.00, 0.00,   300.00, OPEN, BROKEN",
        "100.00, 0.01,   300.00, OPEN, PARTLY_KEPT",
        "100.00, 99.99,  300.00, OPEN, PARTLY_KEPT",
        "100.00, 100.00, 300.00, KEPT, KEPT",
        "100.00, 250.00, 300.00, KEPT, KEPT",
        // A part of it was credited: the rest was all that could be asked for.
        "100.00, 79.99,  80.00,  OPEN, PARTLY_KEPT",
        "100.00, 80.00,  80.00,  KEPT, KEPT",
        "100.00, 0.00,   80.00,  OPEN, BROKEN",
        // All of it was credited, written off, or paid with money that had come before.
        "100.00, 0.00,   0.00,   LAPSED, LAPSED",
    })
    void followsFromWhatCame(
            String promised, String came, String payable, PromiseOutcome before, PromiseOutcome after) {
        assertThat(PromiseOutcome.of(cny(promised), cny(came), cny(payable), false))
                .isEqualTo(before);
        assertThat(PromiseOutcome.of(cny(promised), cny(came), cny(payable), true))
                .isEqualTo(after);
    }

    @Test
    void neverMixesCurrencies() {
        var yen = Money.of("5", "JPY");

        assertThatExceptionOfType(CurrencyMismatch.class)
                .isThrownBy(() -> PromiseOutcome.of(cny("1.00"), yen, cny("1.00"), true));
    }

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }
}
