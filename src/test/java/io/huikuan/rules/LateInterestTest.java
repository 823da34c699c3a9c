package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.huikuan.rules.LateInterest.Accrued;
import io.huikuan.rules.LateInterest.DayBasis;
import io.huikuan.rules.LateInterest.Fee;
import io.huikuan.rules.LateInterest.History;
import io.huikuan.rules.LateInterest.Segment;
import io.huikuan.rules.LateInterest.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateInterestTest {
    private static final LocalDate ISSUED = LocalDate.of(2027, 1, 1);
    private static final LocalDate DUE = LocalDate.of(2027, 3, 1);

    private final NavigableMap<LocalDate, Money> open = new TreeMap<>();
    private final NavigableMap<LocalDate, LocalDate> dueOn = LateInterest.since(ISSUED, DUE);
    private final NavigableMap<LocalDate, Terms> terms = new TreeMap<>();

    @ParameterizedTest
    @CsvSource({
        // principal, currency, percent, basis, nights, interest: outstanding × rate / 100 / basis × nights
        "1000.00, CNY, 10,    ACTUAL_365, 30,  8.22",
        "1000.00, CNY, 10,    ACTUAL_360, 30,  8.33",
        "1000.00, CNY, 10,    ACTUAL_365, 365, 100.00",
        "1000.00, CNY, 10,    ACTUAL_365, 1,   0.27",
        "1000.00, CNY, 10,    ACTUAL_365, 0,   0.00",
        "1000,    JPY, 10,    ACTUAL_365, 30,  8",
        "1000.000, KWD, 10,   ACTUAL_365, 30,  8.219",
        "1000.00, CNY, 0,     ACTUAL_365, 30,  0.00",
        "1000.00, CNY, 4.350001, ACTUAL_365, 30, 3.58",
        // Exactly half a cent: up.
        "36.50,   CNY, 5,     ACTUAL_365, 1,   0.01",
    })
    void costsPrincipalTimesRateTimesNights(
            String principal, String currency, BigDecimal percent, DayBasis basis, int nights, String interest) {
        open.put(ISSUED, Money.of(principal, currency));
        terms.put(ISSUED, new Terms(percent, basis, 0, null, null));

        assertThat(asOf(DUE.plusDays(nights)).interest()).isEqualTo(Money.of(interest, currency));
    }

    @Test
    void countsALeapYearsNightsByTheBasis() {
        open.put(ISSUED, cny("1000.00"));
        dueOn.put(ISSUED, LocalDate.of(2028, 1, 1));
        terms.put(ISSUED, at("10"));

        var year = asOf(LocalDate.of(2029, 1, 1));

        assertThat(year.segments()).extracting(Segment::nights).containsExactly(366L);
        assertThat(year.interest()).isEqualTo(cny("100.27"));
    }

    @Test
    void goesByWhatWasStillOpenAndLetsThePaidPartBearItsNights() {
        open.put(ISSUED, cny("1000.00"));
        open.put(DUE.plusDays(10), cny("400.00"));
        open.put(DUE.plusDays(20), cny("0.00"));
        terms.put(ISSUED, at("10"));

        var accrued = asOf(DUE.plusDays(90));

        // 1000 × 10 % / 365 × 10 + 400 × 10 % / 365 × 10 = 2.7397 + 1.0959
        assertThat(accrued.interest()).isEqualTo(cny("3.84"));
        assertThat(accrued.segments())
                .extracting(Segment::from, Segment::to, Segment::principal)
                .containsExactly(
                        tuple(DUE, DUE.plusDays(10), cny("1000.00")),
                        tuple(DUE.plusDays(10), DUE.plusDays(20), cny("400.00")));
    }

    @Test
    void changesTheRateFromItsDayOnWithoutTouchingWhatHadAccrued() {
        open.put(ISSUED, cny("1000.00"));
        terms.put(ISSUED, at("10"));
        terms.put(DUE.plusDays(10), at("20"));

        assertThat(asOf(DUE.plusDays(10)).interest()).isEqualTo(cny("2.74"));
        // 2.7397 + 1000 × 20 % / 365 × 10 = 5.4795
        assertThat(asOf(DUE.plusDays(20)).interest()).isEqualTo(cny("8.22"));
    }

    @Test
    void stopsAtTheCapAndTakesNothingBackWhereItSinks() {
        open.put(ISSUED, cny("1000.00"));
        terms.put(ISSUED, new Terms(new BigDecimal("10"), DayBasis.ACTUAL_365, 0, new BigDecimal("5"), null));

        assertThat(asOf(DUE.plusDays(182)).interest()).isEqualTo(cny("49.86"));
        assertThat(asOf(DUE.plusDays(182)).capped()).isFalse();
        assertThat(asOf(DUE.plusDays(183)).interest()).isEqualTo(cny("50.00"));
        assertThat(asOf(DUE.plusDays(3650)).interest()).isEqualTo(cny("50.00"));
        assertThat(asOf(DUE.plusDays(3650)).capped()).isTrue();

        terms.put(DUE.plusDays(100), new Terms(new BigDecimal("10"), DayBasis.ACTUAL_365, 0, BigDecimal.ONE, null));
        assertThat(asOf(DUE.plusDays(3650)).interest()).isEqualTo(cny("27.40"));
    }

    @Test
    void costsNothingBeforeTheDaysOfGraceAreOver() {
        open.put(ISSUED, cny("1000.00"));
        terms.put(ISSUED, new Terms(new BigDecimal("10"), DayBasis.ACTUAL_365, 5, null, null));

        assertThat(asOf(DUE.plusDays(5)).interest()).isEqualTo(cny("0.00"));
        assertThat(asOf(DUE.plusDays(6)).interest()).isEqualTo(cny("0.27"));
    }

    @Test
    void costsNothingBetweenTheDayOnWhichTheDueDateWasMovedAndTheNewOne() {
        open.put(ISSUED, cny("1000.00"));
        terms.put(ISSUED, at("10"));
        dueOn.put(DUE.plusDays(10), DUE.plusDays(40));

        var accrued = asOf(DUE.plusDays(60));

        assertThat(accrued.segments())
                .extracting(Segment::from, Segment::to)
                .containsExactly(tuple(DUE, DUE.plusDays(10)), tuple(DUE.plusDays(40), DUE.plusDays(60)));
        assertThat(accrued.interest()).isEqualTo(cny("8.22"));
    }

    @Test
    void costsNothingWhileNothingWasAgreed() {
        open.put(ISSUED, cny("1000.00"));
        assertThat(asOf(DUE.plusDays(60)).interest()).isEqualTo(cny("0.00"));

        terms.put(DUE.plusDays(30), at("10"));
        assertThat(asOf(DUE.plusDays(60)).interest()).isEqualTo(cny("8.22"));
    }

    @ParameterizedTest
    @CsvSource({"29, 0.00", "30, 50.00", "59, 50.00", "60, 100.00", "400, 100.00"})
    void asksForAFeeOnceForEachSoManyNightsUntilThePrincipalIsPaid(int nights, String fees) {
        open.put(ISSUED, cny("1000.00"));
        open.put(DUE.plusDays(75), cny("0.00"));
        terms.put(ISSUED, withFee(new Fee(cny("50.00"), 30)));

        assertThat(asOf(DUE.plusDays(nights)).fees()).isEqualTo(cny(fees));
    }

    @Test
    void asksForNoFeeOfAnotherCurrency() {
        open.put(ISSUED, cny("1000.00"));
        terms.put(ISSUED, withFee(new Fee(Money.of("50.00", "USD"), 30)));

        assertThat(asOf(DUE.plusDays(90)).fees()).isEqualTo(cny("0.00"));
    }

    private Accrued asOf(LocalDate day) {
        return LateInterest.accrued(new History(open.firstEntry().getValue(), open, dueOn, terms), day);
    }

    private static Terms at(String percent) {
        return new Terms(new BigDecimal(percent), DayBasis.ACTUAL_365, 0, null, null);
    }

    private static Terms withFee(@Nullable Fee fee) {
        return new Terms(BigDecimal.ZERO, DayBasis.ACTUAL_365, 0, null, fee);
    }

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }
}
