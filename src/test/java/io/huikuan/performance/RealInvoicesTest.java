package io.huikuan.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.allocation.Designation;
import io.huikuan.payment.NewPayment;
import io.huikuan.payment.PaymentRecording;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.receivable.NewReceivable;
import io.huikuan.receivable.ReceivableBilling;
import io.huikuan.rules.Money;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.huikuan.testing.SharedData;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** 2,466 real invoices, each settled by one payment: the numbers were reckoned from the file, not by this code. */
@QuarkusTest
class RealInvoicesTest {
    private static final LocalDate TODAY = LocalDate.of(2014, 6, 1);
    private static final Instant NOW = Instant.parse("2014-06-01T00:00:00Z");

    @Inject
    ReceivableBilling billing;

    @Inject
    PaymentRecording recording;

    @Inject
    OrganisationScope scope;

    @Test
    void agesAndRatesThem() {
        var finance = keepBooksOf(SharedData.invoices());

        assertThat(ages(finance, "2013-03-31"))
                .containsExactly(
                        "94 5903.74", "85 5222.37", "9 681.37", "0 0.00", "0 0.00", "0 0.00", "0 0.00", "0 0.00");
        assertThat(ages(finance, "2013-06-30"))
                .containsExactly(
                        "84 5119.85", "72 4284.29", "12 835.56", "0 0.00", "0 0.00", "0 0.00", "0 0.00", "0 0.00");
        var late = Numbers.lines(finance, "/performance/ageing/receivables?asOf=2013-03-31&bucket=D1_30", 4);
        assertThat(late).hasSize(9);
        assertThat(Numbers.sum(late, "open")).isEqualByComparingTo("681.37");

        assertThat(rate(finance, "CR_DUE", "2013-03-01", "2013-03-31")).isEqualTo("112 6799.33 0.8657");
        assertThat(rate(finance, "CR_TIMELY", "2013-03-01", "2013-03-31")).isEqualTo("112 6799.33 0.6691");
        assertThat(rate(finance, "CR_DUE", "2013-06-01", "2013-06-30")).isEqualTo("121 7544.66 0.8619");
        assertThat(rate(finance, "CR_TIMELY", "2013-06-01", "2013-06-30")).isEqualTo("121 7544.66 0.6425");
        var due = Numbers.lines(finance, "/performance/collection-rate/receivables?from=2013-03-01&to=2013-03-31", 50);
        assertThat(due).hasSize(112);
        assertThat(Numbers.sum(due, "due")).isEqualByComparingTo("6799.33");
    }

    private Person keepBooksOf(List<SharedData.Invoice> invoices) {
        var organisation = Given.anOrganisation("UTC", "USD");
        var wang = organisation.salesperson("wang");
        Map<String, UUID> customers = invoices.stream()
                .map(SharedData.Invoice::customer)
                .distinct()
                .collect(Collectors.toMap(code -> code, code -> Given.aCustomerOf(wang, code)));
        scope.within(organisation.id(), () -> enter(organisation, customers, invoices));
        return organisation.finance();
    }

    private int enter(Organisation organisation, Map<String, UUID> customers, List<SharedData.Invoice> invoices) {
        var receivables = each(customers, invoices, RealInvoicesTest::receivable);
        var payments = each(customers, invoices, RealInvoicesTest::payment);
        billing.billAll(organisation.id(), null, receivables, TODAY, NOW);
        return recording
                .recordAll(organisation.id(), null, payments, TODAY, NOW)
                .size();
    }

    private static <T> List<T> each(
            Map<String, UUID> customers,
            List<SharedData.Invoice> invoices,
            BiFunction<UUID, SharedData.Invoice, T> entry) {
        return invoices.stream()
                .map(invoice -> entry.apply(customers.get(invoice.customer()), invoice))
                .toList();
    }

    private static NewReceivable receivable(UUID customerId, SharedData.Invoice invoice) {
        var amount = Money.of(invoice.amount(), "USD");
        return new NewReceivable(
                null, customerId, invoice.number(), invoice.issuedOn(), invoice.dueOn(), amount, null, null, null);
    }

    private static NewPayment payment(UUID customerId, SharedData.Invoice invoice) {
        return new NewPayment(
                null,
                customerId,
                invoice.settledOn(),
                Money.of(invoice.amount(), "USD"),
                "BANK_TRANSFER",
                "settles " + invoice.number(),
                null,
                new Designation.Numbers(List.of(invoice.number())));
    }

    /** The total, then each bucket. */
    private static List<String> ages(Person finance, String asOf) {
        var total = Numbers.ask(finance, "/performance/ageing?asOf=" + asOf);
        var ages = total.<Map<String, Object>>getList("totals[0].buckets").stream()
                .map(bucket -> bucket.get("count") + " "
                        + Numbers.amount(bucket, "open").toPlainString())
                .collect(Collectors.toCollection(ArrayList::new));
        ages.addFirst(text(total, "totals[0].count", "totals[0].open.amount"));
        return ages;
    }

    private static String rate(Person finance, String formula, String from, String to) {
        var period = "&from=" + from + "&to=" + to + "&asOf=" + to;
        var rate = Numbers.ask(finance, "/performance/collection-rate?formula=" + formula + period);
        return text(rate, "rows[0].receivableCount", "rows[0].due.amount", "rows[0].rate");
    }

    private static String text(JsonPath answer, String... paths) {
        return List.of(paths).stream().map(answer::getString).collect(Collectors.joining(" "));
    }
}
