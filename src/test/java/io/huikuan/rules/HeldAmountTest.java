package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldAmountTest {
    @ParameterizedTest
    @CsvSource({
        "100.00, '',            0.00",
        "100.00, 40.00,         40.00",
        "100.00, 100.00,        100.00",
        "100.00, 40.00 30.00,   70.00",
        "100.00, 60.00 40.00,   100.00",
        "100.00, 60.00 40.01,   100.00",
        "100.00, 100.00 100.00, 100.00",
        "0.00,   50.00,         0.00",
    })
    void neverTakesOutMoreThanIsOpen(String open, String holds, String held) {
        var amounts = Stream.of(holds.split(" "))
                .filter(hold -> !hold.isEmpty())
                .map(HeldAmountTest::cny)
                .toList();

        assertThat(HeldAmount.of(cny(open), amounts)).isEqualTo(cny(held));
    }

    @Test
    void neverMixesCurrencies() {
        var yen = List.of(Money.of("5", "JPY"));

        assertThatExceptionOfType(CurrencyMismatch.class).isThrownBy(() -> HeldAmount.of(cny("10.00"), yen));
    }

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }
}
