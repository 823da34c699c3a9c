package io.huikuan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.allocation.AllocationView;
import io.huikuan.receivable.ReceivableView;
import io.huikuan.rules.Money;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Person;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All receivables and payments of an organisation, as finance reads them through the API. */
record Books(List<ReceivableView> receivables, List<PaymentView> payments) {

    static Books readBy(Person finance) {
        var receivables = read(finance, "/receivables", ReceivableView.class);
        var payments = read(finance, "/payments", PaymentView.class).stream()
                .map(payment -> Answers.as(PaymentView.class, finance.gets("/payments/" + payment.id())))
                .toList();
        return new Books(receivables, payments);
    }

    private static <T> List<T> read(Person finance, String path, Class<T> type) {
        var all = new ArrayList<T>();
        String cursor = null;
        do {
            var page = finance.gets(path + "?limit=200" + (cursor == null ? "" : "&cursor=" + cursor));
            all.addAll(Answers.items(type, page));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return all;
    }

    /** Invariants 1 and 2 of the domain: what was billed is allocated or open, what came is allocated or unapplied. */
    void assertBalanced() {
        var allocated = new HashMap<UUID, Money>();
        for (var payment : payments) {
            var zero = Money.zero(payment.amount().currency());
            var sum = zero;
            for (var entry : Objects.requireNonNull(payment.allocations())) {
                sum = sum.plus(entry.amount());
                allocated.merge(entry.receivableId(), entry.amount(), Money::plus);
            }
            assertThat(payment.unapplied().isNegative()).isFalse();
            assertThat(sum.plus(payment.unapplied()))
                    .as("payment %s, %s", payment.id(), payment.state())
                    .isEqualTo(payment.state().isInTheBooks() ? payment.amount() : zero);
        }
        for (var receivable : receivables) {
            var zero = Money.zero(receivable.amount().currency());
            assertThat(receivable.open().isNegative()).isFalse();
            assertThat(allocated.getOrDefault(receivable.id(), zero).plus(receivable.open()))
                    .as("receivable %s", receivable.number())
                    .isEqualTo(receivable.amount());
            assertThat(receivable.nextLookOn() == null)
                    .as("a look at %s is due only while it is open", receivable.number())
                    .isEqualTo(receivable.open().isZero());
        }
    }

    /** The same as of every day on which something changed. */
    void assertBalancedOnEveryDay() {
        var entries = payments.stream()
                .flatMap(payment -> Objects.requireNonNull(payment.allocations()).stream())
                .toList();
        var days = Stream.concat(
                        payments.stream().map(PaymentView::receivedOn),
                        entries.stream().map(AllocationView::effectiveOn))
                .collect(Collectors.toCollection(TreeSet::new));
        for (var day : days) {
            for (var receivable : receivables) {
                var zero = Money.zero(receivable.amount().currency());
                var ofReceivable =
                        entries.stream().filter(entry -> entry.receivableId().equals(receivable.id()));
                assertThat(allocatedUntil(day, ofReceivable, zero).amount())
                        .as("allocated to %s of %s on %s", receivable.id(), receivable.amount(), day)
                        .isBetween(BigDecimal.ZERO, receivable.amount().amount());
            }
            for (var payment : payments) {
                var zero = Money.zero(payment.amount().currency());
                var received = payment.receivedOn().isAfter(day) ? zero : payment.amount();
                var ofPayment = Objects.requireNonNull(payment.allocations()).stream();
                assertThat(allocatedUntil(day, ofPayment, zero).amount())
                        .as("allocated of payment %s on %s", payment.id(), day)
                        .isBetween(BigDecimal.ZERO, received.amount());
            }
        }
    }

    private static Money allocatedUntil(LocalDate day, Stream<AllocationView> entries, Money zero) {
        return entries.filter(entry -> !entry.effectiveOn().isAfter(day))
                .map(AllocationView::amount)
                .reduce(zero, Money::plus);
    }

    Map<UUID, Money> open() {
        var open = new HashMap<UUID, Money>();
        receivables.forEach(receivable -> open.put(receivable.id(), receivable.open()));
        return open;
    }
}
