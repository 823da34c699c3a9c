package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.LateInterest.DayBasis;
import io.huikuan.rules.LateInterest.Fee;
import io.huikuan.rules.LateInterest.History;
import io.huikuan.rules.LateInterest.Segment;
import io.huikuan.rules.LateInterest.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Random histories of payments, reversals, rates and due dates over 400 days. */
class LateInterestPropertyTest {
    private static final LocalDate ISSUED = LocalDate.of(2027, 10, 1);
    private static final Money BILLED = Money.of("1234.56", "CNY");

    @Property
    void neverSinksAsTimeGoesBy(@ForAll("histories") History history, @ForAll @IntRange(max = 400) int days) {
        var before = LateInterest.accrued(history, ISSUED.plusDays(days));
        var after = LateInterest.accrued(history, ISSUED.plusDays(days + 1L));

        assertThat(after.interest().compareTo(before.interest())).isNotNegative();
        assertThat(after.fees().compareTo(before.fees())).isNotNegative();
    }

    @Property
    void costsNothingOnADayOnWhichItWasNeverLate(@ForAll("histories") History history) {
        var firstLate = history.dueOn().values().stream()
                .flatMap(dueOn -> history.terms().values().stream().map(terms -> dueOn.plusDays(terms.graceDays())))
                .min(LocalDate::compareTo)
                .orElse(ISSUED);

        var accrued = LateInterest.accrued(history, firstLate);

        assertThat(accrued.segments()).isEmpty();
        assertThat(accrued.interest().isZero()).isTrue();
        assertThat(accrued.fees().isZero()).isTrue();
    }

    @Property
    void addsUpNightByNightHoweverThePeriodIsSplit(
            @ForAll("histories") History history,
            @ForAll @IntRange(max = 400) int one,
            @ForAll @IntRange(max = 400) int other) {
        var split = ISSUED.plusDays(Math.min(one, other));
        var end = ISSUED.plusDays(Math.max(one, other));

        var first = LateInterest.accrued(history, split).segments();
        var whole = LateInterest.accrued(history, end).segments();

        assertThat(nightly(whole, ISSUED, split)).isEqualByComparingTo(nightly(first, ISSUED, split));
        assertThat(nightly(whole, ISSUED, end))
                .isEqualByComparingTo(nightly(first, ISSUED, split).add(nightly(whole, split, end)));
    }

    @Property
    void isTheSumOfItsNightsRoundedOnce(@ForAll("uncapped") History history, @ForAll @IntRange(max = 400) int days) {
        var accrued = LateInterest.accrued(history, ISSUED.plusDays(days));
        var sum = nightly(accrued.segments(), ISSUED, ISSUED.plusDays(days))
                .divide(BigDecimal.valueOf(100L * 360 * 365), 2, RoundingMode.HALF_UP);

        assertThat(accrued.interest()).isEqualTo(Money.of(sum, "CNY"));
    }

    /** Night by night, in parts of a cent that every basis divides. */
    private static BigDecimal nightly(List<Segment> segments, LocalDate from, LocalDate to) {
        var sum = BigDecimal.ZERO;
        for (var segment : segments) {
            for (var night = segment.from(); night.isBefore(segment.to()); night = night.plusDays(1)) {
                if (!night.isBefore(from) && night.isBefore(to)) {
                    sum = sum.add(segment.principal()
                            .amount()
                            .multiply(segment.terms().annualPercent())
                            .multiply(BigDecimal.valueOf(
                                    360L * 365 / segment.terms().basis().days())));
                }
            }
        }
        return sum;
    }

    @Provide
    Arbitrary<History> histories() {
        return histories(terms());
    }

    @Provide
    Arbitrary<History> uncapped() {
        return histories(
                terms().map(each -> new Terms(each.annualPercent(), each.basis(), each.graceDays(), null, null)));
    }

    private static Arbitrary<History> histories(Arbitrary<Terms> terms) {
        var open = some(Arbitraries.integers()
                        .between(0, 123456)
                        .map(cents -> Money.of(BigDecimal.valueOf(cents, 2), "CNY")))
                .map(changes -> with(ISSUED, BILLED, changes));
        var dueOn = Combinators.combine(days(), some(days())).as((first, moved) -> with(ISSUED, first, moved));
        return Combinators.combine(open, dueOn, some(terms))
                .as((left, due, agreed) -> new History(BILLED, left, due, agreed));
    }

    private static Arbitrary<Terms> terms() {
        return Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal("100"))
                                .ofScale(4),
                        Arbitraries.of(DayBasis.values()),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.5"), new BigDecimal("30"))
                                .ofScale(2)
                                .injectNull(0.5),
                        Arbitraries.integers()
                                .between(1, 60)
                                .map(days -> new Fee(Money.of("5.00", "CNY"), days))
                                .injectNull(0.3))
                .as(Terms::new);
    }

    private static <T> NavigableMap<LocalDate, T> with(LocalDate day, T value, NavigableMap<LocalDate, T> changes) {
        var all = new TreeMap<LocalDate, T>(changes);
        all.put(day, value);
        return all;
    }

    private static <T> Arbitrary<NavigableMap<LocalDate, T>> some(Arbitrary<T> values) {
        return Arbitraries.maps(days(), values).ofMaxSize(4).map(TreeMap::new);
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 400).map(ISSUED::plusDays);
    }
}
