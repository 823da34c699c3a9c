package io.huikuan.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever asks for the books of a day, in whatever way, gets one answer; and the same answer later on. */
@QuarkusTest
class AsOfTest {
    private static final String APRIL = "from=2024-04-01&to=2024-04-30&asOf=2024-05-31";

    private Organisation organisation;
    private Person wang;
    private Books books;
    private UUID customer;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        wang = organisation.salesperson("wang");
        books = Books.of(organisation);
        customer = Given.aCustomerOf(wang);
    }

    /** moiz #197, OCA #707, account-payment #386: a report of the past goes by what was paid then, not by what is paid now. */
    @Test
    void agreesAcrossTheApiOnEveryDay() {
        var first = books.bill(customer, "2024-03-01", "2024-04-01", "100.00");
        books.bill(customer, "2024-03-15", "2024-04-15", "50.00");
        books.bill(customer, "2024-05-01", "2024-06-01", "30.00", "USD");
        var draft = draft("2024-04-10", "60.00", first);
        books.pay(customer, first, "2024-04-20", "40.00");
        var reversed = books.receive(customer, "2024-04-25", "20.00");
        books.allocate(reversed);
        books.reverse(reversed, "2024-05-05");
        books.finance()
                .posts("/payments/" + draft + "/clearance", Map.of("effectiveOn", "2024-05-20"))
                .then()
                .statusCode(201);

        for (var day = LocalDate.of(2024, 2, 28); day.isBefore(LocalDate.of(2024, 6, 10)); day = day.plusDays(1)) {
            var ageing = Numbers.ask(wang, "/performance/ageing?asOf=" + day);
            var listed = Numbers.lines(wang, "/receivables?status=OPEN&asOf=" + day, 2);
            var status = Numbers.ask(wang, "/customers/" + customer + "/payment-status?asOf=" + day);
            for (var currency : List.of("CNY", "USD")) {
                var ofCurrency = listed.stream()
                        .filter(line -> String.valueOf(line.get("open")).contains(currency))
                        .toList();
                var open = Numbers.sum(ofCurrency, "open");
                assertThat(money(ageing.getString(find("totals", currency) + ".open.amount")))
                        .as("ageing of %s on %s", currency, day)
                        .isEqualByComparingTo(open);
                assertThat(money(status.getString(find("balances", currency) + ".open.amount")))
                        .as("payment status of %s on %s", currency, day)
                        .isEqualByComparingTo(open);
                assertThat(money(ageing.getString(find("totals", currency) + ".secured.amount")))
                        .as("secured of %s on %s", currency, day)
                        .isEqualByComparingTo(money(status.getString(find("balances", currency) + ".secured.amount")));
            }
        }
    }

    @Test
    void isTheSameTodayWhetherStoredOrDerived() {
        var today = LocalDate.now(Clock.systemUTC());
        var first = books.bill(
                customer, today.minusDays(60).toString(), today.minusDays(30).toString(), "100.00");
        books.bill(customer, today.minusDays(50).toString(), today.minusDays(20).toString(), "70.00");
        draft(today.minusDays(5).toString(), "30.00", first);
        books.receive(customer, today.minusDays(4).toString(), "12.00");
        wang.creates(
                "/payments",
                Map.of(
                        "customerId",
                        customer,
                        "receivedOn",
                        today.minusDays(3).toString(),
                        "amount",
                        Given.json(Given.cny("5.00"))));

        var now = Numbers.ask(wang, "/customers/" + customer + "/payment-status");
        var derived = Numbers.ask(wang, "/customers/" + customer + "/payment-status?asOf=" + now.getString("asOf"));

        assertThat(derived.getList("balances")).isEqualTo(now.getList("balances"));
        assertThat(now.getString("balances[0].open.amount")).isEqualTo("140.00");
        assertThat(now.getString("balances[0].secured.amount")).isEqualTo("30.00");
        assertThat(now.getString("balances[0].unapplied.amount")).isEqualTo("12.00");
        assertThat(now.getString("balances[0].claimed.amount")).isEqualTo("5.00");
    }

    @Test
    void tellsAReportOfAMomentAgainWhateverIsRecordedLate() {
        var first = books.bill(customer, "2024-03-01", "2024-04-10", "100.00");
        var second = books.bill(customer, "2024-03-01", "2024-04-20", "50.00");
        books.pay(customer, first, "2024-04-05", "30.00");
        var closing = Instant.now(Clock.systemUTC());
        var before = report(closing);

        books.pay(customer, first, "2024-04-06", "70.00");
        books.bill(customer, "2024-03-20", "2024-04-25", "500.00");
        books.finance()
                .patches("/receivables/" + second, Map.of("dueOn", "2024-12-31", "reason", "agreed"))
                .then()
                .statusCode(200);

        assertThat(report(closing)).isEqualTo(before);
        assertThat(report(null)).isNotEqualTo(before);
    }

    /** Present due dates would move what was overdue then out of the bucket and out of the rate of the month. */
    @Test
    void goesByTheDueDateOfTheDay() {
        var moved = books.bill(customer, "2024-03-01", "2024-04-10", "100.00");
        books.finance()
                .patches(
                        "/receivables/" + moved,
                        Map.of(
                                "dueOn",
                                LocalDate.now(Clock.systemUTC()).plusDays(40).toString()))
                .then()
                .statusCode(200);

        var ageing = Numbers.ask(wang, "/performance/ageing?asOf=2024-04-30");
        assertThat(ageing.getInt("totals[0].buckets.find { it.bucket == 'D1_30' }.count"))
                .isEqualTo(1);
        var now = Numbers.ask(wang, "/performance/ageing");
        assertThat(now.getInt("totals[0].buckets.find { it.bucket == 'NOT_DUE' }.count"))
                .isEqualTo(1);
        var rate = Numbers.ask(wang, "/performance/collection-rate?" + APRIL);
        assertThat(rate.getString("rows[0].due.amount")).isEqualTo("100.00");
        var then = Numbers.ask(wang, "/receivables/" + moved + "?asOf=2024-04-30");
        assertThat(then.getString("dueOn")).isEqualTo("2024-04-10");
        assertThat(then.getBoolean("overdue")).isTrue();
        assertThat(wang.gets("/receivables/" + moved + "?asOf=2024-02-28").statusCode())
                .isEqualTo(404);
    }

    private List<Object> report(@Nullable Instant knownAt) {
        var known = knownAt == null ? "" : "&knownAt=" + knownAt;
        return List.of(
                Numbers.ask(wang, "/performance/ageing?asOf=2024-05-31" + known).getList("totals"),
                Numbers.lines(wang, "/performance/ageing/receivables?asOf=2024-05-31" + known, 200),
                Numbers.ask(wang, "/performance/collection-rate?" + APRIL + known)
                        .getList("rows"),
                Numbers.lines(wang, "/performance/collection-rate/receivables?" + APRIL + known, 200),
                Numbers.lines(wang, "/receivables?asOf=2024-05-31" + known, 200).stream()
                        .map(line -> List.of(line.get("id"), line.get("open"), line.get("paid"), line.get("dueOn")))
                        .toList(),
                Numbers.ask(wang, "/customers/" + customer + "/payment-status?asOf=2024-05-31" + known)
                        .getList("balances"));
    }

    private UUID draft(String receivedOn, String amount, UUID receivable) {
        var money = Given.json(Given.cny(amount));
        return books.finance()
                .creates(
                        "/payments",
                        Map.of(
                                "customerId",
                                customer,
                                "receivedOn",
                                receivedOn,
                                "amount",
                                money,
                                "instrument",
                                "BANK_ACCEPTANCE",
                                "maturesOn",
                                LocalDate.parse(receivedOn).plusDays(30).toString(),
                                "allocations",
                                List.of(Map.of("receivableId", receivable, "amount", money))));
    }

    private static String find(String list, String currency) {
        return list + ".find { it.currency == '" + currency + "' }";
    }

    private static BigDecimal money(@Nullable String amount) {
        return amount == null ? BigDecimal.ZERO : new BigDecimal(amount);
    }
}
