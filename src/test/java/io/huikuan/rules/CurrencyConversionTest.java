package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrencyConversionTest {
    @ParameterizedTest
    @CsvSource({
        "100.00,  USD, CNY, 7.1234,     712.34",
        "0.01,    USD, CNY, 0.5,        0.01",
        "0.01,    USD, CNY, 0.49999999, 0.00",
        "-0.01,   USD, CNY, 0.5,        -0.01",
        "1000,    JPY, CNY, 0.04725,    47.25",
        "47.25,   CNY, JPY, 21.16,      1000",
        "1.00,    CNY, KWD, 0.04215,    0.042",
        "0.00,    USD, CNY, 7.1234,     0.00",
    })
    void roundsHalfUpToTheDecimalsOfTheTarget(String amount, String from, String to, BigDecimal rate, String expected) {
        assertThat(CurrencyConversion.converted(Money.of(amount, from), to, rate))
                .isEqualTo(Money.of(expected, to));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void refusesARateThatIsNotPositive(BigDecimal rate) {
        assertThatThrownBy(() -> CurrencyConversion.converted(Money.of("1.00", "USD"), "CNY", rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a rate of " + rate);
    }

    @Test
    void addsUpWhatEachWasRoundedTo() {
        var rates = Map.of("USD", new BigDecimal("0.5"), "EUR", new BigDecimal("0.5"));
        var amounts = List.of(Money.of("0.01", "USD"), Money.of("0.01", "EUR"), Money.of("3.00", "CNY"));

        assertThat(CurrencyConversion.total(amounts, "CNY", rates)).isEqualTo(Money.of("3.02", "CNY"));
        assertThat(CurrencyConversion.total(List.of(), "CNY", rates)).isEqualTo(Money.of("0.00", "CNY"));
    }

    @Test
    void refusesToTotalWithoutARate() {
        assertThatThrownBy(() -> CurrencyConversion.total(List.of(Money.of("1.00", "USD")), "CNY", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no rate of USD");
    }

    @Property
    void isNeverMoreThanHalfAUnitOff(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(2) BigDecimal amount,
            @ForAll @BigRange(min = "0.00000001", max = "1000") @Scale(8) BigDecimal rate) {
        var exact = amount.multiply(rate);
        var converted = CurrencyConversion.converted(Money.of(amount, "USD"), "CNY", rate);

        assertThat(converted.amount().subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
        assertThat(CurrencyConversion.converted(Money.of(amount.negate(), "USD"), "CNY", rate))
                .isEqualTo(converted.negate());
    }

    @Property
    void totalsAreTheSumOfTheParts(
            @ForAll @Size(max = 8) List<@BigRange(min = "-1000", max = "1000") @Scale(2) BigDecimal> amounts,
            @ForAll @BigRange(min = "0.0001", max = "100") @Scale(4) BigDecimal rate) {
        var dollars = amounts.stream().map(amount -> Money.of(amount, "USD")).toList();
        var sum = amounts.stream()
                .map(amount -> amount.multiply(rate).setScale(0, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(CurrencyConversion.total(dollars, "JPY", Map.of("USD", rate)))
                .isEqualTo(Money.of(sum, "JPY"));
    }
}
