package io.huikuan.payment;

import static io.huikuan.testing.Given.cny;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.allocation.Designation;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.platform.Problem;
import io.huikuan.rules.Allocation.Share;
import io.huikuan.rules.Money;
import io.huikuan.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many hands in one till. */
@QuarkusTest
class PaymentConcurrencyTest {
    private static final int HANDS = 8;
    private static final int PAYMENTS_EACH = 10;
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final Instant NOW = Instant.parse("2026-03-31T02:00:00Z");

    @Inject
    PaymentRecording recording;

    @Inject
    OrganisationScope scope;

    @Test
    @Timeout(120)
    void neverAllocatesMoreThanIsOpen() throws Exception {
        var organisation = Given.anOrganisation();
        var finance = organisation.finance();
        var wang = organisation.salesperson("wang");
        var customers = List.of(Given.aCustomerOf(wang), Given.aCustomerOf(wang));
        var receivables = new ArrayList<UUID>();
        for (int i = 0; i < 6; i++) {
            receivables.add(Given.aReceivable(finance, customers.getFirst(), "A-" + i, "100.00", TODAY.plusDays(i)));
        }
        var recorded = new AtomicInteger();
        var refused = new AtomicInteger();
        var work = new ArrayList<Callable<Void>>();
        for (int hand = 0; hand < HANDS; hand++) {
            int number = hand;
            work.add(() -> {
                for (int i = 0; i < PAYMENTS_EACH; i++) {
                    // Half of the hands allocate by themselves, half insist on one receivable; lists name the customers
                    // in either order.
                    var designation = number % 2 == 0
                            ? new Designation.Usual()
                            : new Designation.Shares(List.of(new Share(receivables.get(i % 6), cny("15.00"))));
                    var list = new ArrayList<>(List.of(
                            payment(customers.getFirst(), designation),
                            payment(customers.getLast(), new Designation.Usual())));
                    if (number % 4 < 2) {
                        Collections.reverse(list);
                    }
                    try {
                        scope.within(
                                organisation.id(),
                                () -> recording.recordAll(organisation.id(), finance.id(), list, TODAY, NOW));
                        recorded.incrementAndGet();
                    } catch (Problem tooLate) {
                        refused.incrementAndGet();
                    }
                }
                return null;
            });
        }
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            for (var done : hands.invokeAll(work)) {
                done.get();
            }
        }

        var books = Books.readBy(finance);
        books.assertBalanced();
        assertThat(recorded.get() + refused.get()).isEqualTo(HANDS * PAYMENTS_EACH);
        assertThat(books.payments()).hasSize(2 * recorded.get());
        // Forty payments of 15 by themselves alone reach 600.
        assertThat(books.open().values()).containsOnly(cny("0.00"));
        var unapplied = books.payments().stream()
                .filter(payment -> payment.customerId().equals(customers.getFirst()))
                .map(PaymentView::unapplied)
                .reduce(cny("0.00"), Money::plus);
        assertThat(unapplied.plus(cny("600.00")))
                .isEqualTo(
                        Money.of(cny("15.00").amount().multiply(java.math.BigDecimal.valueOf(recorded.get())), "CNY"));
    }

    @Test
    @Timeout(120)
    void recordsAPaymentOnceWhenManySendIt() throws Exception {
        var organisation = Given.anOrganisation();
        var finance = organisation.finance();
        var customer = Given.aCustomerOf(organisation.salesperson("wang"));
        var receivable = Given.aReceivable(finance, customer, "A-1", "100.00", TODAY);
        var body = Map.of(
                "customerId",
                customer,
                "receivedOn",
                TODAY.toString(),
                "amount",
                Given.json(cny("15.00")),
                "reference",
                "R-1");

        List<Callable<Integer>> work = Collections.nCopies(
                HANDS, () -> finance.posts("/payments", body).statusCode());
        var answers = new ArrayList<Integer>();
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            for (var answer : hands.invokeAll(work)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).containsOnly(201, 409);
        assertThat(answers).containsOnlyOnce(201);
        assertThat(Books.readBy(finance).open()).containsEntry(receivable, cny("85.00"));
    }

    private static NewPayment payment(UUID customer, Designation designation) {
        return new NewPayment(null, customer, TODAY, cny("15.00"), "CASH", null, null, designation);
    }
}
