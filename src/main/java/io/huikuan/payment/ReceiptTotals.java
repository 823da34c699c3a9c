package io.huikuan.payment;

import io.huikuan.platform.Viewer;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;

/** What has come in, added up: of the payments that the list of the API gives for the same day and state. */
@ApplicationScoped
public class ReceiptTotals {
    private final PaymentQueries queries;

    ReceiptTotals(PaymentQueries queries) {
        this.queries = queries;
    }

    /** Of one currency. */
    public record Total(long payments, Money amount) {}

    /** Confirmed, and received on that day, from customers whom the viewer sees. */
    @Transactional
    public List<Total> of(Viewer viewer, LocalDate day) {
        return queries.sums(viewer.seesAll(), viewer.owners(), null, PaymentState.CONFIRMED, day, day, null).stream()
                .map(sum -> new Total(sum.payments(), Money.of(sum.amount(), sum.currency())))
                .toList();
    }
}
