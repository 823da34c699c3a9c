package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.huikuan.rules.Allocation.OpenItem;
import io.huikuan.rules.Allocation.Part;
import io.huikuan.rules.Allocation.Plan;
import io.huikuan.rules.Allocation.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    @ParameterizedTest
    @CsvSource({
        "0,      ,             0",
        "0.01,   A 0.01,             0",
        "99.99,  A 99.99,            0",
        "100,    A 100.00,           0",
        "100.01, A 100.00+B 0.01,    0",
        "150,    A 100.00+B 50.00,   0",
        "160.50, A 100.00+B 50.00,   10.50",
    })
    void paysWhatFellDueFirst(String available, String shares, String unapplied) {
        var items = List.of(item(B, JUNE.plusDays(1), "50"), item(A, JUNE, "100"));
        var plan = oldestDueFirst(cny(available), items);
        assertThat(shown(plan)).isEqualTo(shares == null ? "" : shares);
        assertThat(plan.unapplied()).isEqualTo(cny(unapplied));
    }

    @Test
    void breaksTiesByIssueDateThenNumberThenId() {
        var laterIssued = new OpenItem(A, JUNE, JUNE.minusDays(9), "R-1", cny("1"));
        var laterNumber = new OpenItem(A, JUNE, JUNE.minusDays(10), "R-2", cny("1"));
        var laterId = new OpenItem(C, JUNE, JUNE.minusDays(10), "R-1", cny("1"));
        var first = new OpenItem(B, JUNE, JUNE.minusDays(10), "R-1", cny("1"));
        for (var later : List.of(laterIssued, laterNumber, laterId)) {
            assertThat(shown(oldestDueFirst(cny("1"), List.of(later, first)))).isEqualTo("B 1.00");
        }
    }

    @Test
    void passesOverOtherCurrenciesAndWhatIsSettled() {
        var dollars = new OpenItem(A, JUNE, JUNE, "R-1", Money.of("5", "USD"));
        var settled = item(B, JUNE, "0");
        var overpaid = item(B, JUNE, "-3");
        var open = item(C, JUNE, "5");
        var plan = oldestDueFirst(cny("8"), List.of(dollars, settled, overpaid, open));
        assertThat(shown(plan)).isEqualTo("C 5.00");
        assertThat(plan.unapplied()).isEqualTo(cny("3"));
    }

    @Property
    void oldestDueFirstAddsUpAndNeverOverpays(
            @ForAll @IntRange(max = 100_000) int fen,
            @ForAll @Size(max = 12) List<@IntRange(max = 20_000) Integer> opens,
            @ForAll Random random) {
        var items = new ArrayList<OpenItem>();
        for (int i = 0; i < opens.size(); i++) {
            items.add(item(new UUID(0, i), JUNE.plusDays(random.nextInt(5)), fen(opens.get(i))));
        }
        var available = fen(fen);
        var plan = oldestDueFirst(available, items);

        var applied = plan.parts().stream().map(Part::amount).reduce(cny("0"), Money::plus);
        assertThat(applied.plus(plan.unapplied())).isEqualTo(available);
        var totalOpen = items.stream().map(OpenItem::open).reduce(cny("0"), Money::plus);
        assertThat(applied).isEqualTo(available.min(totalOpen));
        assertThat(told(Allocation.asDesignated(available, told(plan), items))).isEqualTo(told(plan));
        Collections.shuffle(items, random);
        assertThat(oldestDueFirst(available, items)).isEqualTo(plan);
    }

    @Test
    void paysAsTold() {
        var items = List.of(item(A, JUNE, "100"), item(B, JUNE, "50"));
        var told = List.of(share(B, "50"), share(A, "30"), share(A, "70"));
        assertThat(Allocation.asDesignated(cny("151"), told, items)).satisfies(plan -> assertPlan(plan, told, "1"));
        assertThat(Allocation.asDesignated(cny("150"), told, items)).satisfies(plan -> assertPlan(plan, told, "0"));
        assertThat(Allocation.asDesignated(cny("150"), List.of(), items))
                .satisfies(plan -> assertPlan(plan, List.of(), "150"));
    }

    @Test
    void refusesMoreThanThePayment() {
        var items = List.of(item(A, JUNE, "100"), item(B, JUNE, "50"));
        assertThatExceptionOfType(AllocationExceedsPayment.class)
                .isThrownBy(
                        () -> Allocation.asDesignated(cny("120"), List.of(share(A, "100"), share(B, "20.01")), items))
                .withMessage("Share 1 takes CNY 20.01, but only CNY 20.00 of the payment is left")
                .satisfies(e -> {
                    assertThat(e.index()).isEqualTo(1);
                    assertThat(e.receivableId()).isEqualTo(B);
                    assertThat(e.told()).isEqualTo(cny("20.01"));
                    assertThat(e.left()).isEqualTo(cny("20"));
                });
    }

    @Test
    void refusesMoreThanIsOpen() {
        var items = List.of(item(A, JUNE, "100"));
        assertThatExceptionOfType(AllocationExceedsOpenAmount.class)
                .isThrownBy(
                        () -> Allocation.asDesignated(cny("500"), List.of(share(A, "60"), share(A, "40.01")), items))
                .withMessage("Share 1 takes CNY 40.01, but only CNY 40.00 is open on receivable " + A)
                .satisfies(e -> {
                    assertThat(e.index()).isEqualTo(1);
                    assertThat(e.receivableId()).isEqualTo(A);
                    assertThat(e.told()).isEqualTo(cny("40.01"));
                    assertThat(e.open()).isEqualTo(cny("40"));
                });
    }

    @Test
    void refusesAReceivableThatIsNotAmongTheItems() {
        assertThatExceptionOfType(UnknownReceivable.class)
                .isThrownBy(() -> Allocation.asDesignated(
                        cny("500"), List.of(share(A, "1"), share(C, "1")), List.of(item(A, JUNE, "100"))))
                .withMessage("Share 1 names receivable " + C + ", which this payment can't settle")
                .satisfies(e -> {
                    assertThat(e.index()).isEqualTo(1);
                    assertThat(e.receivableId()).isEqualTo(C);
                });
    }

    @Test
    void refusesToMixCurrencies() {
        var dollars = new OpenItem(A, JUNE, JUNE, "R-1", Money.of("5", "USD"));
        assertThatExceptionOfType(CurrencyMismatch.class)
                .isThrownBy(() -> Allocation.asDesignated(cny("5"), List.of(share(A, "5")), List.of(dollars)));
        assertThatExceptionOfType(CurrencyMismatch.class)
                .isThrownBy(() -> Allocation.asDesignated(
                        cny("5"), List.of(new Share(A, Money.of("5", "USD"))), List.of(dollars)));
    }

    @ParameterizedTest
    @CsvSource({"0", "-0.01"})
    void refusesAShareOfNothing(String amount) {
        assertThatExceptionOfType(AllocationNotPositive.class)
                .isThrownBy(() -> share(A, amount))
                .withMessage("The share of receivable " + A + " is " + cny(amount) + "; it must be more than zero")
                .satisfies(e -> {
                    assertThat(e.receivableId()).isEqualTo(A);
                    assertThat(e.told()).isEqualTo(cny(amount));
                });
    }

    private static String shown(Plan plan) {
        return String.join(
                "+",
                plan.parts().stream()
                        .map(share -> "_ABC".charAt((int) share.receivableId().getLeastSignificantBits()) + " "
                                + share.amount().amount())
                        .toList());
    }

    private static OpenItem item(UUID id, LocalDate dueOn, String open) {
        return item(id, dueOn, cny(open));
    }

    private static OpenItem item(UUID id, LocalDate dueOn, Money open) {
        return new OpenItem(id, dueOn, JUNE.minusDays(30), "R-" + id, open);
    }

    private static Share share(UUID id, String amount) {
        return new Share(id, cny(amount));
    }

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    private static Money fen(int fen) {
        return Money.of(BigDecimal.valueOf(fen, 2), "CNY");
    }

    private static Plan oldestDueFirst(Money available, List<OpenItem> items) {
        return Allocation.by(AllocationStrategy.OLDEST_DUE_FIRST, available, items, JUNE);
    }

    private static List<Share> told(Plan plan) {
        return plan.parts().stream()
                .map(part -> new Share(part.receivableId(), part.amount()))
                .toList();
    }

    private static void assertPlan(Plan plan, List<Share> shares, String unapplied) {
        assertThat(told(plan)).isEqualTo(shares);
        assertThat(plan.unapplied()).isEqualTo(cny(unapplied));
    }
}
