package io.huikuan.allocation;

import static io.huikuan.testing.Given.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.allocation.OpenLedger.Entry;
import io.huikuan.allocation.OpenLedger.Receipt;
import io.huikuan.receivable.Owing;
import io.huikuan.rules.Allocation.OpenItem;
import io.huikuan.rules.Allocation.Share;
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
    private final OpenLedger ledger = new OpenLedger(List.of(owing(older, JANUARY, "A-1"), owing(newer, MARCH, "A-2")));

    @Test
    void leavesToTheNextPaymentWhatTheOnesBeforeLeftOpen() {
        var first = receipt(JANUARY, "60.00");
        var second = receipt(MARCH, "150.00");

        assertThat(ledger.allocate(first, new Designation.OldestDueFirst())).isEqualTo(cny("0.00"));
        assertThat(ledger.allocate(second, new Designation.OldestDueFirst())).isEqualTo(cny("10.00"));

        assertThat(ledger.entries())
                .containsExactly(
                        new Entry(first.paymentId(), older, OWNER, cny("60.00"), JANUARY),
                        new Entry(second.paymentId(), older, OWNER, cny("40.00"), MARCH),
                        new Entry(second.paymentId(), newer, OWNER, cny("100.00"), MARCH));
    }

    @Test
    void countsMoneyForNoReceivableBeforeItsIssue() {
        ledger.allocate(receipt(JANUARY, "10.00"), new Designation.Numbers(List.of("A-2")));

        assertThat(ledger.entries()).extracting(Entry::effectiveOn).containsExactly(MARCH);
    }

    @Test
    void countsMoneyForNoReceivableBeforeThatWasOpenAgain() {
        var reopened = UUID.randomUUID();
        var again = new OpenLedger(List.of(
                new Owing(CUSTOMER, OWNER, MARCH, new OpenItem(reopened, JANUARY, JANUARY, "A-1", cny("100.00")))));

        again.allocate(receipt(MARCH.minusDays(1), "10.00"), new Designation.OldestDueFirst());
        again.allocate(receipt(JANUARY, "10.00"), new Designation.OldestDueFirst());
        again.allocate(receipt(MARCH.plusDays(1), "10.00"), new Designation.OldestDueFirst());

        assertThat(again.entries()).extracting(Entry::effectiveOn).containsExactly(MARCH, MARCH, MARCH.plusDays(1));
    }

    @Test
    void settlesNothingOfAPaymentThatAsksForTooMuch() {
        var tooMuch = new Designation.Shares(List.of(new Share(older, cny("1.00")), new Share(newer, cny("100.01"))));

        assertThatThrownBy(() -> ledger.allocate(receipt(MARCH, "200.00"), tooMuch))
                .isInstanceOf(ShareExceedsOpenAmount.class);

        assertThat(ledger.entries()).isEmpty();
        assertThat(ledger.allocate(receipt(MARCH, "200.00"), new Designation.OldestDueFirst()))
                .isEqualTo(cny("0.00"));
    }

    @Test
    void knowsNumbersOnlyInTheirCurrency() {
        assertThat(ledger.knows(CUSTOMER, List.of("A-1", "A-2"), "CNY")).isTrue();
        assertThat(ledger.knows(CUSTOMER, List.of("A-1", "A-3"), "CNY")).isFalse();
        assertThat(ledger.knows(CUSTOMER, List.of("A-1"), "USD")).isFalse();
        assertThat(ledger.knows(UUID.randomUUID(), List.of("A-1"), "CNY")).isFalse();
    }

    private static Receipt receipt(LocalDate receivedOn, String amount) {
        return new Receipt(UUID.randomUUID(), CUSTOMER, receivedOn, cny(amount));
    }

    private static Owing owing(UUID receivable, LocalDate issuedOn, String number) {
        return new Owing(
                CUSTOMER,
                OWNER,
                issuedOn,
                new OpenItem(receivable, issuedOn.plusDays(30), issuedOn, number, cny("100.00")));
    }
}
