package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "1.5,              CNY, CNY 1.50",
        "1.50,             CNY, CNY 1.50",
        "1.5000,           CNY, CNY 1.50",
        "-0.01,            CNY, CNY -0.01",
        "0,                CNY, CNY 0.00",
        "-0.00,            CNY, CNY 0.00",
        "007,              CNY, CNY 7.00",
        "1000,             JPY, JPY 1000",
        "1000.0000,        JPY, JPY 1000",
        "0.001,            KWD, KWD 0.001",
        "0.0001,           CLF, CLF 0.0001",
        "999999999999999.99, CNY, CNY 999999999999999.99",
        "-999999999999999, JPY, JPY -999999999999999",
        "0000000000000000000000000000000000000001, CNY, CNY 1.00",
    })
    void carriesTheDecimalsOfItsCurrency(String amount, String currency, String shown) {
        assertThat(Money.of(amount, currency)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "1.001,  CNY, An amount in CNY has at most 2 decimals",
        "0.1,    JPY, An amount in JPY has at most 0 decimals",
        "0.0001, KWD, An amount in KWD has at most 3 decimals",
        "1000000000000000,  CNY, An amount has at most 15 digits before the decimal point",
        "-1000000000000000, JPY, An amount has at most 15 digits before the decimal point",
    })
    void refusesWhatItCannotHoldExactly(String amount, String currency, String message) {
        assertThatExceptionOfType(UnrepresentableAmount.class)
                .isThrownBy(() -> Money.of(amount, currency))
                .withMessage(message)
                .satisfies(e -> assertThat(e.currency()).isEqualTo(currency));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1,000", "1e3", "+1", ".5", "5.", "--1", "NaN", "１２", "1.5 "})
    void readsPlainDecimalsOnly(String text) {
        assertThatExceptionOfType(UnrepresentableAmount.class)
                .isThrownBy(() -> Money.of(text, "CNY"))
                .withMessage("\"" + text + "\" is not a plain decimal number such as 1234.50")
                .satisfies(e -> assertThat(e.currency()).isEqualTo("CNY"));
    }

    @Test
    void shortensAHostileTextInItsMessage() {
        assertThatExceptionOfType(UnrepresentableAmount.class)
                .isThrownBy(() -> Money.of("0".repeat(41), "CNY"))
                .withMessage("\"" + "0".repeat(40) + "…\" is not a plain decimal number such as 1234.50");
        assertThatExceptionOfType(UnrepresentableAmount.class)
                .isThrownBy(() -> Money.of("x".repeat(40), "CNY"))
                .withMessage("\"" + "x".repeat(40) + "\" is not a plain decimal number such as 1234.50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "1E-999999999"})
    void refusesEndlessExponentsWithoutSpellingThemOut(BigDecimal amount) {
        assertThatExceptionOfType(UnrepresentableAmount.class).isThrownBy(() -> Money.of(amount, "CNY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cny", "CN", "RMB", "ABC", "XAU", "XXX", "XTS"})
    void refusesWhatIsNotACurrency(String code) {
        assertThatExceptionOfType(UnknownCurrency.class)
                .isThrownBy(() -> Money.zero(code))
                .withMessage("\"" + code + "\" is not an ISO 4217 currency that amounts can be in")
                .satisfies(e -> assertThat(e.currency()).isEqualTo(code));
    }

    @Test
    void isEqualWhateverTheSpelling() {
        assertThat(Money.of("1.5", "CNY"))
                .isEqualTo(Money.of(new BigDecimal("1.5000"), "CNY"))
                .hasSameHashCodeAs(Money.of("1.50", "CNY"))
                .isNotEqualTo(Money.of("1.5", "USD"));
        assertThat(Money.of(new BigDecimal("1E+3"), "JPY")).isEqualTo(Money.of("1000", "JPY"));
    }

    @Test
    void calculatesExactly() {
        var dime = Money.of("0.10", "CNY");
        assertThat(dime.plus(Money.of("0.20", "CNY"))).isEqualTo(Money.of("0.30", "CNY"));
        assertThat(dime.minus(Money.of("0.30", "CNY"))).isEqualTo(Money.of("-0.20", "CNY"));
        assertThat(dime.negate()).isEqualTo(Money.of("-0.10", "CNY"));
        assertThat(Money.zero("CNY").amount()).isEqualTo("0.00");
    }

    @Test
    void refusesASumBeyondItsRange() {
        var most = Money.of("999999999999999.99", "CNY");
        assertThatExceptionOfType(UnrepresentableAmount.class).isThrownBy(() -> most.plus(Money.of("0.01", "CNY")));
    }

    @ParameterizedTest
    @CsvSource({"-0.01, true, false, false", "0, false, true, false", "0.01, false, false, true"})
    void knowsItsSign(String amount, boolean negative, boolean zero, boolean positive) {
        var money = Money.of(amount, "CNY");
        assertThat(money.isNegative()).isEqualTo(negative);
        assertThat(money.isZero()).isEqualTo(zero);
        assertThat(money.isPositive()).isEqualTo(positive);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, -1, 1", "2, 2, 0, 2", "3, 2, 1, 2", "-3, 2, -1, -3"})
    void comparesAndTakesTheLesser(String left, String right, int order, String lesser) {
        var one = Money.of(left, "CNY");
        var other = Money.of(right, "CNY");
        assertThat(one.compareTo(other)).isEqualTo(order);
        assertThat(one.min(other)).isEqualTo(Money.of(lesser, "CNY"));
    }

    @Test
    void neverMixesCurrencies() {
        var yuan = Money.of("1", "CNY");
        var dollar = Money.of("1", "USD");
        for (Runnable mixing : new Runnable[] {
            () -> yuan.plus(dollar), () -> yuan.minus(dollar), () -> yuan.compareTo(dollar), () -> yuan.min(dollar)
        }) {
            assertThatExceptionOfType(CurrencyMismatch.class)
                    .isThrownBy(mixing::run)
                    .withMessage("CNY and USD can't be added, subtracted or compared")
                    .satisfies(e -> {
                        assertThat(e.left()).isEqualTo("CNY");
                        assertThat(e.right()).isEqualTo("USD");
                    });
        }
    }

    @Property
    void whatIsTakenAwayAgainWasNeverThere(
            @ForAll @BigRange(min = "-499999999999999", max = "499999999999999") @Scale(2) BigDecimal left,
            @ForAll @BigRange(min = "-499999999999999", max = "499999999999999") @Scale(2) BigDecimal right) {
        var one = Money.of(left, "CNY");
        var other = Money.of(right, "CNY");
        assertThat(one.plus(other).minus(other)).isEqualTo(one);
        assertThat(one.minus(other)).isEqualTo(other.minus(one).negate());
        assertThat(one.min(other)).isEqualTo(other.min(one));
    }
}
