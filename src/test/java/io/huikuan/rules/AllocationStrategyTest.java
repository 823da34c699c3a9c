package io.huikuan.rules;

import static io.huikuan.rules.AllocationStrategy.INVOICE_BY_INVOICE;
import static io.huikuan.rules.AllocationStrategy.LEGAL_ORDER;
import static io.huikuan.rules.AllocationStrategy.OLDEST_DUE_FIRST;
import static io.huikuan.rules.AllocationStrategy.PRO_RATA;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.Allocation.OpenItem;
import io.huikuan.rules.Allocation.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationStrategyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);
    private static final String NAMES = "_ABC";

    /** 100 open on A, 50 on B, 50 on C. */
    @ParameterizedTest
    @CsvSource({
        "200,   A 100.00 B 50.00 C 50.00",
        "100,   A 50.00 B 25.00 C 25.00",
        "0.03,  A 0.01 B 0.01 C 0.01",
        "0.02,  A 0.01 B 0.01",
        "0.01,  A 0.01",
        "33.33, A 16.67 B 8.33 C 8.33",
    })
    void sharesInProportionToTheLastUnit(String amount, String parts) {
        var items = List.of(item(A, TODAY, "100"), item(B, TODAY, "50"), item(C, TODAY, "50"));
        assertThat(shown(PRO_RATA, amount, items)).isEqualTo(parts);
    }

    @Test
    void settlesOneInvoiceBeforeTheNextWhateverIsDueFirst() {
        var late = UUID.randomUUID();
        var first = issued(A, late, TODAY.minusDays(20), TODAY.minusDays(1), "30");
        var second = issued(B, late, TODAY.minusDays(20), TODAY.plusDays(30), "30");
        var other = issued(C, UUID.randomUUID(), TODAY.minusDays(10), TODAY.minusDays(5), "30");
        assertThat(shown(INVOICE_BY_INVOICE, "70", List.of(other, second, first)))
                .isEqualTo("A 30.00 B 30.00 C 10.00");
        assertThat(shown(OLDEST_DUE_FIRST, "70", List.of(other, second, first))).isEqualTo("C 30.00 A 30.00 B 10.00");
    }

    /** Civil Code 560: due before not due, then the heavier burden, then what fell due earlier, then in proportion. */
    @Test
    void followsTheLegalOrderAmongDebts() {
        var notDue = bearing(item(A, TODAY.plusDays(1), "10"), "0", "0", "24");
        var light = bearing(item(B, TODAY.minusDays(90), "10"), "0", "0", "5");
        var heavy = bearing(item(C, TODAY.minusDays(3), "10"), "0", "0", "12");
        assertThat(shown(LEGAL_ORDER, "25", List.of(notDue, light, heavy))).isEqualTo("C 10.00 B 10.00 A 5.00");
        var earlier = bearing(item(A, TODAY.minusDays(4), "10"), "0", "0", "12");
        assertThat(shown(LEGAL_ORDER, "15", List.of(heavy, earlier))).isEqualTo("A 10.00 C 5.00");
        var same = bearing(item(B, TODAY.minusDays(3), "30"), "0", "0", "12");
        assertThat(shown(LEGAL_ORDER, "20", List.of(heavy, same))).isEqualTo("B 15.00 C 5.00");
    }

    /** Civil Code 561: costs, then interest, then principal. */
    @ParameterizedTest
    @CsvSource({
        "3,   A FEE 3.00",
        "5,   A FEE 4.00+A INTEREST 1.00",
        "16,  A FEE 4.00+A INTEREST 6.00+A PRINCIPAL 6.00",
        "200, A FEE 4.00+A INTEREST 6.00+A PRINCIPAL 100.00",
    })
    void settlesCostsThenInterestThenPrincipal(String amount, String parts) {
        var item = bearing(item(A, TODAY.minusDays(9), "100"), "4", "6", "10");
        var plan = Allocation.by(LEGAL_ORDER, cny(amount), List.of(item), TODAY);
        assertThat(plan.parts().stream()
                        .map(part ->
                                "A " + part.component() + " " + part.amount().amount())
                        .collect(Collectors.joining("+")))
                .isEqualTo(parts);
    }

    @Test
    void saysWhatPutEachAtItsPlace() {
        var older = item(A, TODAY.minusDays(9), "10");
        var newer = item(B, TODAY.minusDays(3), "10");
        assertThat(Allocation.by(OLDEST_DUE_FIRST, cny("20"), List.of(newer, older), TODAY)
                        .parts())
                .extracting(Part::criterion)
                .containsExactly(AllocationCriterion.EARLIEST_DUE, AllocationCriterion.EARLIEST_DUE);
        assertThat(Allocation.by(PRO_RATA, cny("20"), List.of(newer, older), TODAY)
                        .parts())
                .extracting(Part::criterion)
                .containsOnly(AllocationCriterion.PROPORTIONAL);
        assertThat(Allocation.by(LEGAL_ORDER, cny("5"), List.of(older), TODAY).parts())
                .extracting(Part::criterion)
                .containsExactly(AllocationCriterion.ONLY_ONE);
        var notDue = item(C, TODAY.plusDays(9), "10");
        assertThat(Allocation.by(LEGAL_ORDER, cny("20"), List.of(notDue, older), TODAY)
                        .parts())
                .extracting(Part::criterion)
                .containsExactly(AllocationCriterion.DUE, AllocationCriterion.DUE);
    }

    @Property
    void addsUpAndNeverGivesMoreThanIsOwed(
            @ForAll @IntRange(min = 1, max = 100_000) int fen,
            @ForAll @Size(max = 9) List<@IntRange(max = 20_000) Integer> opens,
            @ForAll @IntRange(max = 3) int which,
            @ForAll Random random) {
        var strategy = AllocationStrategy.all().get(which);
        var items = new ArrayList<OpenItem>();
        for (int i = 0; i < opens.size(); i++) {
            items.add(bearing(
                    item(
                            new UUID(0, i),
                            TODAY.plusDays(random.nextInt(5) - 2),
                            fen(opens.get(i)).amount().toString()),
                    fen(random.nextInt(300)).amount().toString(),
                    fen(random.nextInt(300)).amount().toString(),
                    String.valueOf(random.nextInt(3))));
        }
        var plan = Allocation.by(strategy, fen(fen), items, TODAY);

        var given = plan.parts().stream().map(Part::amount).reduce(fen(0), Money::plus);
        assertThat(given.plus(plan.unapplied())).isEqualTo(fen(fen));
        var left = new HashMap<UUID, OpenItem>();
        items.forEach(item -> left.put(item.receivableId(), item));
        plan.parts()
                .forEach(part -> left.computeIfPresent(
                        part.receivableId(), (_, item) -> item.less(part.component(), part.amount())));
        assertThat(left.values()).allSatisfy(item -> {
            assertThat(item.open().isNegative()).isFalse();
            assertThat(item.interest().isNegative()).isFalse();
            assertThat(item.fee().isNegative()).isFalse();
        });
        if (plan.unapplied().isPositive()) {
            assertThat(left.values())
                    .allSatisfy(item -> assertThat(item.open().isZero()).isTrue());
        }
        Collections.shuffle(items, random);
        assertThat(Allocation.by(strategy, fen(fen), items, TODAY)).isEqualTo(plan);
    }

    private static String shown(AllocationStrategy strategy, String amount, List<OpenItem> items) {
        return Allocation.by(strategy, cny(amount), items, TODAY).parts().stream()
                .map(part -> NAMES.charAt((int) part.receivableId().getLeastSignificantBits()) + " "
                        + part.amount().amount())
                .collect(Collectors.joining(" "));
    }

    private static OpenItem item(UUID id, LocalDate dueOn, String open) {
        return new OpenItem(id, dueOn, dueOn.minusDays(30), "R", cny(open));
    }

    private static OpenItem issued(UUID id, UUID invoice, LocalDate issuedOn, LocalDate dueOn, String open) {
        return new OpenItem(id, dueOn, issuedOn, "R", cny(open)).partOf(invoice);
    }

    private static OpenItem bearing(OpenItem item, String fee, String interest, String percent) {
        return item.bearing(cny(fee), cny(interest), new BigDecimal(percent));
    }

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    private static Money fen(int fen) {
        return Money.of(BigDecimal.valueOf(fen, 2), "CNY");
    }
}
