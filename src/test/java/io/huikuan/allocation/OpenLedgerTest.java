package io.huikuan.allocation;

import static io.huikuan.testing.Given.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.huikuan.allocation.OpenLedger.Source;
import io.huikuan.closing.ClosedBooks;
import io.huikuan.receivable.Owing;
import io.huikuan.rules.Allocation.OpenItem;
import io.huikuan.rules.Allocation.Part;
import io.huikuan.rules.Allocation.Share;
import io.huikuan.rules.AllocationCriterion;
import io.huikuan.rules.AllocationStrategy;
import io.huikuan.rules.DebtComponent;
import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpenLedgerTest {
    private static final UUID CUSTOMER = UUID.randomUUID();
    private static final UUID OWNER = UUID.randomUUID();
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 15);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 15);

    private final UUID older = UUID.randomUUID();
    private final UUID newer = UUID.randomUUID();
    private final OpenLedger ledger =
            ledger(new ClosedBooks(null), owing(older, JANUARY, "A-1"), owing(newer, MARCH, "A-2"));

    @Test
    void leavesToTheNextPaymentWhatTheOnesBeforeLeftOpen() {
        var first = receipt(JANUARY, "60.00");
        var second = receipt(MARCH, "150.00");

        assertThat(ledger.allocate(first, new Designation.Usual())).isEqualTo(cny("0.00"));
        assertThat(ledger.allocate(second, new Designation.Usual())).isEqualTo(cny("10.00"));

        assertThat(ledger.entries())
                .extracting(
                        entry -> entry.source().id(),
                        entry -> entry.part().receivableId(),
                        entry -> entry.part().amount(),
                        Entry::effectiveOn)
                .containsExactly(
                        tuple(first.id(), older, cny("60.00"), JANUARY),
                        tuple(second.id(), older, cny("40.00"), MARCH),
                        tuple(second.id(), newer, cny("100.00"), MARCH));
        assertThat(ledger.entries()).allSatisfy(entry -> {
            assertThat(entry.ownerId()).isEqualTo(OWNER);
            assertThat(entry.reason()).isEqualTo("OLDEST_DUE_FIRST");
        });
    }

    @Test
    void countsMoneyForNoReceivableBeforeItsIssue() {
        ledger.allocate(receipt(JANUARY, "10.00"), new Designation.Numbers(List.of("A-2")));

        assertThat(ledger.entries()).extracting(Entry::effectiveOn).containsExactly(MARCH);
    }

    @Test
    void countsMoneyForNoReceivableBeforeThatWasOpenAgain() {
        var reopened = UUID.randomUUID();
        var again = ledger(
                new ClosedBooks(null),
                new Owing(CUSTOMER, OWNER, MARCH, new OpenItem(reopened, JANUARY, JANUARY, "A-1", cny("100.00"))));

        again.allocate(receipt(MARCH.minusDays(1), "10.00"), new Designation.Usual());
        again.allocate(receipt(JANUARY, "10.00"), new Designation.Usual());
        again.allocate(receipt(MARCH.plusDays(1), "10.00"), new Designation.Usual());

        assertThat(again.entries()).extracting(Entry::effectiveOn).containsExactly(MARCH, MARCH, MARCH.plusDays(1));
    }

    @Test
    void settlesNothingOfAPaymentThatAsksForTooMuch() {
        var tooMuch = new Designation.Shares(List.of(new Share(older, cny("1.00")), new Share(newer, cny("100.01"))));

        assertThatThrownBy(() -> ledger.allocate(receipt(MARCH, "200.00"), tooMuch))
                .isInstanceOf(ShareExceedsOpenAmount.class);

        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.allocate(receipt(MARCH, "200.00"), new Designation.Usual()))
                .isEqualTo(cny("0.00"));
    }

    @Test
    void knowsNumbersOnlyInTheirCurrency() {
        assertThat(ledger.knows(CUSTOMER, List.of("A-1", "A-2"), "CNY")).isTrue();
        assertThat(ledger.knows(CUSTOMER, List.of("A-1", "A-3"), "CNY")).isFalse();
        assertThat(ledger.knows(CUSTOMER, List.of("A-1"), "USD")).isFalse();
        assertThat(ledger.knows(UUID.randomUUID(), List.of("A-1"), "CNY")).isFalse();
    }

    @Test
    void countsNothingFromAClosedDay() {
        var closed = ledger(new ClosedBooks(MARCH), owing(older, JANUARY, "A-1"));

        closed.allocate(receipt(JANUARY, "10.00"), new Designation.Usual());
        closed.allocate(receipt(MARCH, "10.00"), new Designation.Usual());
        closed.allocate(receipt(MARCH.plusDays(2), "10.00"), new Designation.Usual());

        assertThat(closed.entries())
                .extracting(Entry::effectiveOn)
                .containsExactly(MARCH.plusDays(1), MARCH.plusDays(1), MARCH.plusDays(2));
    }

    /** A bank exports the latest line first: on no day may more be settled than was billed. */
    @Test
    void takesBackWhatWasWrittenOffNoEarlierForTheNextPaymentOfAList() {
        var off = new Entry(
                UUID.randomUUID(),
                new Source(UUID.randomUUID(), SourceKind.WRITE_OFF, CUSTOMER, MARCH, cny("0.00")),
                OWNER,
                new Part(older, DebtComponent.PRINCIPAL, cny("100.00"), AllocationCriterion.DESIGNATED, 1),
                MARCH,
                "AS_DESIGNATED",
                null,
                null);
        var paid = new OpenLedger(
                List.of(new Owing(CUSTOMER, OWNER, JANUARY, new OpenItem(older, JANUARY, JANUARY, "A-1", cny("0.00")))),
                List.of(off),
                List.of(),
                new ClosedBooks(null),
                AllocationStrategy.OLDEST_DUE_FIRST);

        paid.allocate(receipt(MARCH.plusDays(10), "30.00"), new Designation.Numbers(List.of("A-1")));
        paid.allocate(receipt(MARCH.plusDays(5), "20.00"), new Designation.Numbers(List.of("A-1")));

        for (var day = MARCH; day.isBefore(MARCH.plusDays(12)); day = day.plusDays(1)) {
            var on = day;
            assertThat(paid.entries().stream()
                            .filter(entry -> !entry.effectiveOn().isAfter(on))
                            .map(Entry::amount)
                            .reduce(cny("100.00"), Money::plus))
                    .as(on.toString())
                    .isEqualTo(cny("100.00"));
        }
        assertThat(paid.entries()).extracting(Entry::amount).contains(cny("30.00"), cny("20.00"), cny("50.00"));
    }

    private static OpenLedger ledger(ClosedBooks books, Owing... owing) {
        return new OpenLedger(List.of(owing), List.of(), List.of(), books, AllocationStrategy.OLDEST_DUE_FIRST);
    }

    private static Source receipt(LocalDate receivedOn, String amount) {
        return new Source(UUID.randomUUID(), SourceKind.PAYMENT, CUSTOMER, receivedOn, cny(amount));
    }

    private static Owing owing(UUID receivable, LocalDate issuedOn, String number) {
        return new Owing(
                CUSTOMER,
                OWNER,
                issuedOn,
                new OpenItem(receivable, issuedOn.plusDays(30), issuedOn, number, cny("100.00")));
    }
}
