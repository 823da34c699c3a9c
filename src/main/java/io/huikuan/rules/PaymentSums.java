package io.huikuan.rules;

import static java.util.Comparator.comparingLong;

import io.huikuan.rules.StatementMatching.Line;
import io.huikuan.rules.StatementMatching.Payment;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which payments of one customer came as one amount: the only two that make it, and the only three. Where several do, it is chance, and
 * nothing is said. Looks at so few that all of their triples are no work.
 */
final class PaymentSums {
    private final Line line;
    private final List<Payment> payments;

    private PaymentSums(Line line, List<Payment> payments) {
        this.line = line;
        this.payments = payments.stream()
                .filter(payment -> payment.amount().compareTo(line.amount()) < 0)
                .sorted(comparingLong((Payment payment) ->
                                Math.abs(ChronoUnit.DAYS.between(payment.expectedOn(), line.valueDate())))
                        .thenComparing(Payment::paymentId))
                .limit(StatementMatching.MOST_TOGETHER)
                .toList();
    }

    /** @param payments of one customer, in the currency of the line */
    static List<List<Payment>> of(Line line, List<Payment> payments) {
        var sums = new PaymentSums(line, payments);
        var found = new ArrayList<List<Payment>>();
        sums.only(2).ifPresent(found::add);
        sums.only(3).ifPresent(found::add);
        return found;
    }

    private Optional<List<Payment>> only(int count) {
        var found = new ArrayList<List<Payment>>();
        add(count, 0, List.of(), line.amount(), found);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Those that make what is missing with so many more of the payments from there on. */
    private void add(int count, int from, List<Payment> chosen, Money missing, List<List<Payment>> found) {
        if (count == 0) {
            if (missing.isZero()) {
                found.add(chosen);
            }
            return;
        }
        for (int next = from; next < payments.size(); next++) {
            var payment = payments.get(next);
            if (payment.amount().compareTo(missing) <= 0) {
                var more = new ArrayList<>(chosen);
                more.add(payment);
                add(count - 1, next + 1, more, missing.minus(payment.amount()), found);
            }
        }
    }
}
