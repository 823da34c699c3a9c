package io.huikuan.moneycheck;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Adjusting;
import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What went wrong with money in other products, as their users reported it. Besides these: interest forgotten with the principal
 * (ERPNext #58220) in {@code InterestResourceTest}; the past told by the present (moiz #197, OCA #707) in {@code AsOfTest}; the cheque
 * that counts as cash (ERPNext #43102) in {@code InstrumentTest}; plans above the contract (CordysCRM #1021) and beside the deposit
 * (Invoice Ninja #11385) in {@code PlanResourceTest}; the wrong one of two equal amounts (Odoo #9177) in {@code MatchingResourceTest}.
 */
@QuarkusTest
class GoldenCasesTest {
    private Adjusting books;
    private LocalDate today;

    @BeforeEach
    void open() {
        books = new Adjusting("/credit-notes");
        today = books.today;
    }

    @AfterEach
    void everythingStillAddsUp() {
        var checks = ask(books.finance, "/money-checks");
        assertThat(checks.getBoolean("sound"))
                .as(String.valueOf(checks.getList("checks.findAll { it.violations > 0 }")))
                .isTrue();
    }

    /** ERPNext #46367: the outstanding amount was doubled when two documents shared a name. */
    @Test
    void namesakesAreCountedOnceEach() {
        books.owing("A-1", "100.00");
        Given.aReceivable(books.finance, books.customer, "A-1", "50.00", today.plusDays(20));
        Given.aReceivable(books.finance, Given.aCustomerOf(books.owner), "A-1", "7.00", today);

        assertThat(open("/performance/ageing")).isEqualTo("157.00");
        assertThat(ask(books.owner, status()).getString("balances[0].open.amount"))
                .isEqualTo("150.00");
    }

    /** Odoo #30195: the aged report was off by one at the as-of date. */
    @Test
    void theDayItselfCounts() {
        var dueOn = today.minusDays(10);
        var receivable = books.owing("A-1", "100.00");
        Given.aPayment(books.finance, books.customer, "40.00", today.minusDays(3));

        assertThat(open("/performance/ageing?asOf=" + today.minusDays(4))).isEqualTo("100.00");
        assertThat(open("/performance/ageing?asOf=" + today.minusDays(3))).isEqualTo("60.00");
        assertThat(bucket(dueOn)).isEqualTo("NOT_DUE");
        assertThat(bucket(dueOn.plusDays(1))).isEqualTo("D1_30");
        assertThat(ask(books.owner, "/receivables/" + receivable + "?asOf=" + dueOn)
                        .getBoolean("overdue"))
                .isFalse();
    }

    /** ERPNext #20780, #37335: the report showed everybody's customers to each salesperson. */
    @Test
    void aReportOfTheSalespersonHoldsTheirOwnOnly() {
        books.owing("A-1", "100.00");
        var chen = books.organisation.salesperson("chen");
        Given.aReceivable(books.finance, Given.aCustomerOf(chen), "B-1", "7.00", today);

        for (var asOf : List.of("", "?asOf=" + today, "?asOf=" + today.minusDays(1))) {
            assertThat(open(chen, "/performance/ageing" + asOf)).isEqualTo("7.00");
            assertThat(ask(chen, "/receivables" + asOf).getList("items.number")).containsExactly("B-1");
        }
        assertThat(chen.gets(status()).statusCode()).isEqualTo(404);
    }

    /** Invoice Ninja #4732: a reminder went out although a credit had settled the invoice. */
    @Test
    void nobodyIsToldOfWhatWasCredited() {
        var receivable = books.owing("A-1", "100.00");

        books.approved(
                Map.of("amount", json(cny("100.00")), "allocations", List.of(Adjusting.share(receivable, "100.00"))));

        var settled = ask(books.owner, "/receivables/" + receivable);
        assertThat(settled.getString("status")).isEqualTo("PAID");
        assertThat(settled.getString("credited.amount")).isEqualTo("100.00");
        assertThat(settled.getString("paid.amount")).isEqualTo("0.00");
        assertThat(settled.getString("nextLookOn")).isNull();
        assertThat(ask(books.owner, "/receivables?status=OVERDUE").getList("items"))
                .isEmpty();
    }

    /** OCA credit-control #330: invoices that were paid in part were reminded no more. */
    @Test
    void whatIsPaidInPartIsStillChased() {
        var receivable = books.owing("A-1", "100.00");
        Given.aPayment(books.finance, books.customer, "99.99", today);

        assertThat(ask(books.owner, "/receivables?status=OVERDUE").getList("items.id"))
                .containsExactly(receivable.toString());
        assertThat(ask(books.owner, "/receivables/" + receivable).getString("nextLookOn"))
                .isNotNull();
    }

    /** ERPNext #36574: an advance and payment terms made the outstanding amount negative. */
    @Test
    void anAdvanceNeverMakesTheOpenAmountNegative() {
        Given.aPayment(books.finance, books.customer, "120.00", today.minusDays(30));
        books.owing("A-1", "100.00");
        books.finance
                .posts("/payments/" + payment() + "/allocations", Map.of())
                .then()
                .statusCode(201);

        var balance = ask(books.owner, status());
        assertThat(balance.getString("balances[0].open.amount")).isEqualTo("0.00");
        assertThat(balance.getString("balances[0].unapplied.amount")).isEqualTo("20.00");
    }

    /** ERPNext #50588: an advance was not applied to the invoice that came after it, and nobody was told of it. */
    @Test
    void anAdvanceIsOfferedOnTheNextReceivable() {
        Given.aPayment(books.finance, books.customer, "30.00", today.minusDays(30));

        var billed = books.finance.posts(
                "/receivables",
                Map.of(
                        "customerId", books.customer,
                        "number", "A-1",
                        "issuedOn", today.toString(),
                        "dueOn", today.plusDays(30).toString(),
                        "amount", json(cny("100.00"))));

        assertThat(billed.<String>path("unapplied.amount")).isEqualTo("30.00");
        assertThat(ask(books.owner, status()).getString("balances[0].unapplied.amount"))
                .as("seen before the call")
                .isEqualTo("30.00");
    }

    /** ERPNext #36170: a payment was stuck once a credit note came for the invoice that it had paid. */
    @Test
    void aPaymentIsFreeAgainWhenACreditNoteTakesItsPlace() {
        var receivable = books.owing("A-1", "100.00");
        var payment = Given.aPayment(books.finance, books.customer, "100.00", today.minusDays(2));
        var creditNote = books.approved(Map.of("amount", json(cny("100.00"))));

        books.finance
                .posts("/payments/" + payment + "/deallocation", Map.of("reason", "credited instead"))
                .then()
                .statusCode(201);
        books.finance
                .posts(
                        "/credit-notes/" + creditNote.id() + "/allocations",
                        Map.of("allocations", List.of(Adjusting.share(receivable, "100.00"))))
                .then()
                .statusCode(201);

        assertThat(ask(books.owner, "/receivables/" + receivable).getString("credited.amount"))
                .isEqualTo("100.00");
        assertThat(ask(books.owner, "/payments/" + payment).getString("unapplied.amount"))
                .isEqualTo("100.00");
    }

    /** Dolibarr #26950: a credit note should settle the unpaid invoice. */
    @Test
    void aCreditNoteSettlesWhatItNamesAndKeepsTheRest() {
        var receivable = books.owing("A-1", "60.00");

        books.approved(
                Map.of("amount", json(cny("100.00")), "allocations", List.of(Adjusting.share(receivable, "60.00"))));

        assertThat(books.open(receivable)).isEqualTo(cny("0.00"));
        assertThat(ask(books.owner, status()).getString("balances[0].unappliedCredit.amount"))
                .isEqualTo("40.00");
        assertThat(ask(books.owner, status()).getString("balances[0].unapplied.amount"))
                .as("a credit is no cash")
                .isEqualTo("0.00");
    }

    /** ERPNext #49813: amounts could not be allocated freely, the oldest had to be settled first. */
    @Test
    void whatThePayerSaysGoesBeforeWhatIsOldest() {
        var older = books.owing("A-1", "100.00");
        var newer = Given.aReceivable(books.finance, books.customer, "A-2", "50.00", today.plusDays(9));

        books.pays(
                        "60.00",
                        Map.of("allocations", List.of(Adjusting.share(newer, "45.00"), Adjusting.share(older, "5.00"))))
                .then()
                .statusCode(201);

        assertThat(books.open(older)).isEqualTo(cny("95.00"));
        assertThat(books.open(newer)).isEqualTo(cny("5.00"));
    }

    /** Fineract #2566, #2739: overdue amounts were reclassified wrongly, or only at night, after a payment. */
    @Test
    void ageingFollowsEachPaymentAtOnce() {
        books.owing("A-1", "100.00");
        assertThat(overdue()).isEqualTo("100.00");

        Given.aPayment(books.finance, books.customer, "30.00", today);
        assertThat(overdue()).isEqualTo("70.00");

        books.finance
                .posts("/payments/" + payment() + "/reversal", Map.of("reason", "recorded twice"))
                .then()
                .statusCode(201);
        assertThat(overdue()).isEqualTo("100.00");
    }

    /** Kill Bill #472: what was overdue was decided on before the payment was visible. */
    @Test
    void aNoticeIsDoneInTheTransactionThatPays() {
        var receivable = books.owing("A-1", "100.00");
        books.organisation
                .admin()
                .posts("/reminder-runs", Map.of("businessDate", today.toString()))
                .then()
                .statusCode(202);
        Given.aPayment(books.finance, books.customer, "100.00", today);

        assertThat(ask(books.owner, "/notifications")
                        .getList("items.findAll { it.receivableId == '" + receivable + "' && it.state != 'DONE' }"))
                .isEmpty();
        assertThat(ask(books.owner, "/receivables/" + receivable).getString("nextLookOn"))
                .isNull();
    }

    private UUID payment() {
        return UUID.fromString(ask(books.finance, "/payments").getString("items[0].id"));
    }

    private String status() {
        return "/customers/" + books.customer + "/payment-status";
    }

    private String overdue() {
        return ask(books.owner, "/performance/ageing")
                .getString("totals[0].buckets.find { it.bucket == 'D1_30' }.open.amount");
    }

    private String bucket(LocalDate asOf) {
        return ask(books.owner, "/performance/ageing/receivables?asOf=" + asOf).getString("items[0].bucket");
    }

    private String open(String path) {
        return open(books.owner, path);
    }

    private static String open(Person person, String path) {
        return ask(person, path).getString("totals[0].open.amount");
    }

    private static JsonPath ask(Person person, String path) {
        return person.gets(path).then().statusCode(200).extract().jsonPath();
    }
}
