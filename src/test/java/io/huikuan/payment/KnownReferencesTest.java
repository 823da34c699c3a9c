package io.huikuan.payment;

import static io.huikuan.testing.Given.cny;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.allocation.Designation;
import io.huikuan.payment.PaymentQueries.Known;
import io.huikuan.payment.Recorded.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownReferencesTest {
    private static final UUID CUSTOMER = UUID.randomUUID();
    private static final LocalDate CAME = LocalDate.of(2026, 3, 15);

    private final Known first = known("ICBC-1001", "100.00", "CONFIRMED");
    private final Known other = known("ABC-2002", "200.00", "CONFIRMED");

    @Test
    void findsTheSamePaymentAmongThoseOfTwoAccountsInWhateverOrder() {
        for (var order : List.of(List.of(first, other), List.of(other, first))) {
            assertThat(new KnownReferences(order).find(wanted("100.00")))
                    .contains(new Recorded(first.id(), Outcome.UNCHANGED));
        }
    }

    @Test
    void saysThatItDiffersWhereNoneIsTheSame() {
        assertThat(new KnownReferences(List.of(first, other)).find(wanted("300.00")))
                .map(Recorded::outcome)
                .contains(Outcome.DIFFERS);
    }

    @Test
    void letsOneThatIsGoneGiveWayToAnother() {
        var gone = known(null, "100.00", "REVERSED");

        assertThat(new KnownReferences(List.of(gone)).find(wanted("300.00"))).isEmpty();
        assertThat(new KnownReferences(List.of(gone)).find(wanted("100.00")))
                .contains(new Recorded(gone.id(), Outcome.UNCHANGED));
    }

    private static Known known(@Nullable String account, String amount, String state) {
        return new Known(
                UUID.randomUUID(), CUSTOMER, account, "0001", CAME, cny(amount).amount(), "CNY", state);
    }

    private static NewPayment wanted(String amount) {
        return new NewPayment(
                null, CUSTOMER, CAME, cny(amount), "BANK_TRANSFER", null, "0001", null, null, new Designation.Usual());
    }
}
