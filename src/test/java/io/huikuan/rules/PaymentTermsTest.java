package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.huikuan.rules.PaymentTerms.Part;
import io.huikuan.rules.PaymentTerms.Portion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTermsTest {
    private static final DueRule THIRTY_DAYS = DueRule.days(30, WorkingDayRule.AS_IS);

    @Test
    void dividesATotalInItsPortions() {
        var terms = new PaymentTerms(
                List.of(portion("Advance", "30"), portion("On acceptance", "60"), portion("Holdback", "10")));

        assertThat(terms.partsOf(Money.of("100000.00", "CNY")))
                .extracting(Part::label, part -> part.amount().toString())
                .containsExactly(
                        tuple("Advance", "CNY 30000.00"),
                        tuple("On acceptance", "CNY 60000.00"),
                        tuple("Holdback", "CNY 10000.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "100.00, CNY, 33.3333, 33.3333, 33.3334, '33.33 33.33 33.34'",
        "0.01, CNY, 33.3333, 33.3333, 33.3334, '0.00 0.00 0.01'",
        "0.02, CNY, 50, 25, 25, '0.01 0.00 0.01'",
        "100, JPY, 33.3333, 33.3333, 33.3334, '33 33 34'",
        "1.000, KWD, 33.3333, 33.3333, 33.3334, '0.333 0.333 0.334'",
        "999999999999999.99, CNY, 0.0001, 0.0001, 99.9998, '999999999.99 999999999.99 999998000000000.01'",
    })
    void leavesTheLastCentToTheLastPortion(
            String total, String currency, String first, String second, String third, String expected) {
        var terms = new PaymentTerms(List.of(portion("1", first), portion("2", second), portion("3", third)));

        assertThat(terms.partsOf(Money.of(total, currency)).stream()
                        .map(part -> part.amount().amount().toPlainString()))
                .containsExactly(expected.split(" "));
    }

    @Test
    void paysAPortionInInstalmentsThatCountFromTheMilestone() {
        var monthly = new Portion(
                "Rent", new BigDecimal("50"), Milestone.SIGNING, DueRule.days(0, WorkingDayRule.AS_IS), false, 3, 1);
        var terms = new PaymentTerms(List.of(monthly, portion("Rest", "50")));

        var parts = terms.partsOf(Money.of("200.00", "CNY"));

        assertThat(parts).extracting(Part::label).containsExactly("Rent 1/3", "Rent 2/3", "Rent 3/3", "Rest");
        assertThat(parts)
                .extracting(part -> part.amount().amount().toPlainString())
                .containsExactly("33.33", "33.33", "33.34", "100.00");
        var signed = LocalDate.of(2027, 1, 31);
        assertThat(parts.subList(0, 3))
                .extracting(part -> part.due().after(signed, BusinessCalendar.mondayToFriday()))
                .containsExactly(signed, LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 31));
    }

    @Property
    void isAlwaysTheTotalExactly(
            @ForAll @LongRange(min = 1, max = 99_999_999_999L) long cents,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 80_000) Integer> shares,
            @ForAll @IntRange(min = 1, max = 24) int instalments) {
        var portions = new ArrayList<Portion>();
        var left = PaymentTerms.WHOLE;
        for (var share : shares) {
            var percent = BigDecimal.valueOf(share, 4);
            if (percent.compareTo(left) < 0) {
                portions.add(portion("some", percent.toPlainString(), instalments));
                left = left.subtract(percent);
            }
        }
        portions.add(portion("rest", left.toPlainString()));
        var total = Money.of(BigDecimal.valueOf(cents, 2), "CNY");

        var parts = new PaymentTerms(portions).partsOf(total);

        assertThat(parts).extracting(Part::amount).noneMatch(Money::isNegative);
        assertThat(parts.stream().map(Part::amount).reduce(Money.zero("CNY"), Money::plus))
                .isEqualTo(total);
        assertThat(parts).hasSize((portions.size() - 1) * instalments + 1);
    }

    @Test
    void refusesPortionsThatAreNotTheWhole() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PaymentTerms(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new PaymentTerms(List.of(portion("x", "99.9999"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaymentTerms(List.of(portion("x", "60"), portion("y", "40.0001"))));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0",
        "-1, 1, 0",
        "100.0001, 1, 0",
        "33.33333, 1, 0",
        "50, 0, 0",
        "50, 2, 0",
        "50, 1, 1",
        "50, 122, 1"
    })
    void refusesAPortionThatMakesNoSense(String percent, int instalments, int everyMonths) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Portion(
                        "x", new BigDecimal(percent), Milestone.ISSUE, THIRTY_DAYS, false, instalments, everyMonths));
    }

    private static Portion portion(String label, String percent) {
        return portion(label, percent, 1);
    }

    private static Portion portion(String label, String percent, int instalments) {
        return new Portion(
                label,
                new BigDecimal(percent),
                Milestone.ISSUE,
                THIRTY_DAYS,
                false,
                instalments,
                instalments == 1 ? 0 : 1);
    }
}
