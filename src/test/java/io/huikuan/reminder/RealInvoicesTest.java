package io.huikuan.reminder;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.reminder.Books.Bill;
import io.huikuan.reminder.RunView.ReasonCount;
import io.huikuan.reminder.RunView.StepCount;
import io.huikuan.rules.Money;
import io.huikuan.testing.Given;
import io.huikuan.testing.SharedData;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sample of real invoices, with what was known of them on one Monday. */
@QuarkusTest
class RealInvoicesTest {
    private static final LocalDate MONDAY = LocalDate.of(2013, 3, 4);

    @Inject
    Books books;

    @Test
    void remindsOfWhatIsDueOnThatMondayAndOfNothingTwice() {
        var invoices = SharedData.invoices().stream()
                .filter(invoice -> !invoice.issuedOn().isAfter(MONDAY))
                .toList();
        var organisation = Given.anOrganisation("America/New_York", "USD");
        var wang = organisation.salesperson("wang");
        var customers = invoices.stream()
                .map(SharedData.Invoice::customer)
                .distinct()
                .collect(toMap(identity(), code -> Given.aCustomerOf(wang, code)));
        var bills = invoices.stream()
                .collect(toMap(
                        invoice -> new Bill(
                                requireNonNull(customers.get(invoice.customer())),
                                invoice.number(),
                                invoice.issuedOn(),
                                invoice.dueOn(),
                                Money.of(invoice.amount(), "USD")),
                        SharedData.Invoice::settledOn));
        books.bill(organisation, List.copyOf(bills.keySet()));
        bills.values().removeIf(settledOn -> settledOn.isAfter(MONDAY));
        books.pay(organisation, bills);

        var first = Runs.run(organisation, MONDAY);
        var second = Runs.run(organisation, MONDAY);

        assertThat(first.looked()).isEqualTo(84);
        assertThat(first.steps())
                .containsExactly(
                        new StepCount(-7, 7),
                        new StepCount(-3, 3),
                        new StepCount(1, 6),
                        new StepCount(7, 4),
                        new StepCount(15, 1));
        assertThat(first.reasons()).containsExactly(new ReasonCount(Fate.NOT_YET, 63));
        assertThat(second.looked()).isZero();
    }
}
