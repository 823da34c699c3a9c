package io.huikuan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Bills and collects through the finance people of each organisation, for tests that are about something else. */
public final class Ledger {
    /** A day that is past whenever the tests run. */
    private static final LocalDate LONG_AGO = LocalDate.of(2026, 11, 1);

    /** What somebody owes: one receivable, of a customer that owes nothing else. */
    public record Debt(UUID receivableId, UUID customerId, String number, String amount) {}

    private final Map<Organisation, Person> finance = new HashMap<>();

    public Debt owed(Person owner, String amount, LocalDate dueOn) {
        return owed(owner, Given.aCustomerOf(owner), amount, dueOn);
    }

    public Debt owed(Person owner, UUID customerId, String amount, LocalDate dueOn) {
        var number = "R-" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
        var id = Given.aReceivable(financeOf(owner), customerId, number, amount, dueOn);
        return new Debt(id, customerId, number, amount);
    }

    /** All of it, through the bank. */
    public void pay(Person owner, Debt debt) {
        var _ = paid(owner, debt);
    }

    /** All of it, through the bank: by which payment. */
    public UUID paid(Person owner, Debt debt) {
        return Given.aPayment(financeOf(owner), debt.customerId(), debt.amount(), LONG_AGO);
    }

    /** The customer, with what it owes. */
    public void handOver(Person manager, Debt debt, Person newOwner) {
        assertThat(manager.patches("/customers/" + debt.customerId(), Map.of("ownerId", newOwner.id()))
                        .statusCode())
                .isEqualTo(200);
    }

    private Person financeOf(Person anybody) {
        return finance.computeIfAbsent(anybody.organisation(), Organisation::finance);
    }
}
