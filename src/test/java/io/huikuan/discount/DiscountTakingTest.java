package io.huikuan.discount;

import static io.huikuan.discount.Offers.amount;
import static io.huikuan.discount.Offers.percent;
import static io.huikuan.testing.Given.cny;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.Money;
import io.huikuan.testing.Adjusting;
import io.huikuan.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 1,000 are owed, and 20 of them are given up for who pays within the next three days. */
@QuarkusTest
class DiscountTakingTest {
    private Adjusting books;
    private Offers offers;
    private UUID receivable;
    private LocalDate lastDay;

    @BeforeEach
    void offer() {
        books = new Adjusting("/discounts");
        offers = new Offers(books);
        receivable = books.owing("A-1", "1000.00");
        lastDay = books.today.plusDays(3);
        offers.offered(receivable, percent("2"), lastDay);
    }

    @AfterEach
    void areSound() {
        offers.areSound();
    }

    @Test
    void isTakenByThePaymentThatReachesTheRest() {
        var payment = paid("980.00", Map.of());

        settledByDiscount("20.00");
        assertThat(offers.of(receivable).getString("items[0].takenBy")).isEqualTo(payment);
        assertThat(offers.of(receivable).getString("items[0].takenOn")).isEqualTo(books.today.toString());
    }

    @Test
    void isTakenByTheLastOfSeveralPaymentsAndOnlyForWhatIsLeft() {
        paid("500.00", Map.of());
        assertThat(offers.state(receivable)).isEqualTo("OFFERED");
        assertThat(books.open(receivable)).isEqualTo(cny("500.00"));

        var share = List.of(Adjusting.share(receivable, "490.00"));
        var last = paid("490.00", Map.of("allocations", share));

        settledByDiscount("10.00");
        assertThat(offers.of(receivable).getString("items[0].takenBy")).isEqualTo(last);
    }

    /** Somebody gave up a part of it already: whoever means to pay the rest pays it. */
    @Test
    void isNotTakenWhereAPartIsWrittenOffHoweverThePaymentIsAllocated() {
        var writeOff = books.finance.creates(
                "/write-offs",
                Map.of(
                        "customerId",
                        books.customer,
                        "reason",
                        "agreed",
                        "allocations",
                        List.of(Adjusting.share(receivable, "200.00"))));
        books.approver
                .posts("/write-offs/" + writeOff + "/approval", Map.of())
                .then()
                .statusCode(201);

        paid("780.00", Map.of());

        assertThat(books.open(receivable)).isEqualTo(cny("20.00"));
        assertThat(offers.state(receivable)).isEqualTo("OFFERED");
    }

    @Test
    void isTakenByNothingThatLeavesMoreOpen() {
        paid("979.99", Map.of());

        assertThat(books.open(receivable)).isEqualTo(cny("20.01"));
        assertThat(offers.state(receivable)).isEqualTo("OFFERED");
    }

    /** As the description of the operation has it: the discount is due to the payer, and the money stays theirs. */
    @Test
    void isDueToThePayerWhoSendsAllOfIt() {
        var payment = recorded("1000.00", Map.of());

        assertThat(payment.<String>path("unapplied.amount")).isEqualTo("20.00");
        settledByDiscount("20.00");
    }

    @Test
    void leavesTheRestForTheNextReceivable() {
        var next = Given.aReceivable(books.finance, books.customer, "A-2", "100.00", books.today);

        var payment = recorded("1000.00", Map.of("allocate", "OLDEST_DUE_FIRST"));

        assertThat(payment.<String>path("unapplied.amount")).isEqualTo("0.00");
        assertThat(books.open(next)).isEqualTo(cny("80.00"));
        settledByDiscount("20.00");
    }

    @Test
    void isNotTakenByWhoeverMeansToPayMore() {
        var share = List.of(Adjusting.share(receivable, "1000.00"));
        var payment = recorded("1000.00", Map.of("allocations", share));

        assertThat(payment.<String>path("unapplied.amount")).isEqualTo("0.00");
        assertThat(books.receivable(receivable).credited()).isEqualTo(cny("0.00"));
        assertThat(books.open(receivable)).isEqualTo(cny("0.00"));
        assertThat(offers.state(receivable)).isEqualTo("OFFERED");
    }

    @Test
    void isNotTakenByAChequeOrDraft() {
        var draft = Map.<String, Object>of(
                "instrument",
                "BANK_ACCEPTANCE",
                "maturesOn",
                books.today.plusDays(90).toString());

        paid("985.00", draft);

        assertThat(books.open(receivable)).isEqualTo(cny("15.00"));
        assertThat(offers.state(receivable)).isEqualTo("OFFERED");
    }

    @Test
    void isTakenByUnappliedCashOnceThatIsAllocated() {
        var payment = paid("980.00", Map.of("allocate", "NONE"));
        assertThat(books.open(receivable)).isEqualTo(cny("1000.00"));

        step(payment, "allocations", Map.of());

        settledByDiscount("20.00");
    }

    @Test
    void isTakenByAClaimOnlyOnceItIsConfirmed() {
        var claim = new HashMap<String, Object>(Map.of("customerId", books.customer));
        claim.put("receivedOn", books.today.toString());
        claim.put("amount", Given.json(cny("980.00")));
        var claimed = books.owner.creates("/payments", claim);
        assertThat(offers.state(receivable)).isEqualTo("OFFERED");

        step(claimed.toString(), "confirmation", Map.of());

        settledByDiscount("20.00");
    }

    @Test
    void isTakenBackWithThePaymentAndStandsAgain() {
        var payment = paid("980.00", Map.of());

        step(payment, "reversal", Map.of("reason", "recorded twice"));

        notDiscounted();
        paid("980.00", Map.of());
        settledByDiscount("20.00");
    }

    @Test
    void isTakenBackWithOneOfThePaymentsThatHadReachedTheRest() {
        var first = paid("500.00", Map.of());
        paid("480.00", Map.of());
        settledByDiscount("20.00");

        step(first, "reversal", Map.of("reason", "recorded twice"));

        assertThat(books.open(receivable)).isEqualTo(cny("520.00"));
        assertThat(offers.state(receivable)).isEqualTo("OFFERED");
    }

    @Test
    void isTakenBackWithTheAllocationAndTakenByTheNext() {
        var payment = paid("980.00", Map.of());

        step(payment, "deallocation", Map.of("reason", "for another one"));
        notDiscounted();

        step(payment, "allocations", Map.of());
        settledByDiscount("20.00");
    }

    @Test
    void isNotTakenBackWithWhatSettlesAnotherReceivable() {
        var other = books.owing("A-2", "50.00");
        var payment = paid(
                "1030.00",
                Map.of("allocations", List.of(Adjusting.share(receivable, "980.00"), Adjusting.share(other, "50.00"))));
        settledByDiscount("20.00");
        List<Map<String, Object>> allocations =
                books.owner.gets("/payments/" + payment).path("allocations");
        var ofOther = allocations.stream()
                .filter(each -> other.toString().equals(each.get("receivableId")))
                .map(each -> each.get("id"))
                .toList();

        step(payment, "deallocation", Map.of("reason", "for another one", "allocationIds", ofOther));

        assertThat(books.open(other)).isEqualTo(cny("50.00"));
        settledByDiscount("20.00");
    }

    @Test
    void isShownByAPreviewAndNotTaken() {
        var body = new HashMap<String, Object>(Map.of("customerId", books.customer));
        body.put("receivedOn", books.today.toString());
        body.put("amount", Given.json(cny("980.00")));

        var effects = books.finance
                .posts("/payments?dryRun=true", body)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(effects.getList("receivables.openAfter.amount")).containsExactly("0.00");
        assertThat(effects.getList("sources.kind")).containsExactlyInAnyOrder("PAYMENT", "DISCOUNT");
        notDiscounted();
    }

    /** Each of eight would be enough: one takes it, the others stay unapplied. */
    @Test
    void isTakenOnceHoweverManyPayAtOnce() throws Exception {
        Callable<Response> pays = () -> books.pays("980.00", Map.of());
        try (var clients = Executors.newFixedThreadPool(8)) {
            for (var paid : clients.invokeAll(Collections.nCopies(8, pays))) {
                assertThat(paid.get().statusCode()).isEqualTo(201);
            }
        }

        settledByDiscount("20.00");
        assertThat(books.receivable(receivable).paid()).isEqualTo(cny("980.00"));
    }

    @Test
    void goesByTheDayThatTheMoneyCameAndCountsFromTheDayOfTheOffer() {
        var payment = new HashMap<String, Object>(
                Map.of("receivedOn", books.today.minusDays(5).toString()));

        paid("980.00", payment);

        settledByDiscount("20.00");
        assertThat(offers.of(receivable).getString("items[0].takenOn")).isEqualTo(books.today.toString());
        assertThat(books.owner
                        .gets("/receivables/" + receivable + "?asOf=" + books.today.minusDays(1))
                        .<String>path("open.amount"))
                .isEqualTo("20.00");
    }

    @Test
    void isTakenInEachCurrencyOfThePayer() {
        var yen = Given.aReceivable(
                books.finance, books.customer, "A-3", Money.of("1005", "JPY"), books.today, books.today);
        offers.offered(yen, percent("10"), lastDay);

        paid("980.00", Map.of());

        assertThat(offers.of(yen).getString("items[0].amount.amount")).isEqualTo("101");
        assertThat(offers.state(yen)).isEqualTo("OFFERED");
        settledByDiscount("20.00");
        assertThat(offers.offers(yen, amount(cny("1.00")), lastDay).<String>path("errors[0].code"))
                .isEqualTo("currency-differs");
    }

    private void settledByDiscount(String amount) {
        var settled = books.receivable(receivable);
        assertThat(settled.open()).isEqualTo(cny("0.00"));
        assertThat(settled.credited()).isEqualTo(cny(amount));
        assertThat(offers.state(receivable)).isEqualTo("TAKEN");
        assertThat(offers.of(receivable).getString("items[0].given.amount")).isEqualTo(amount);
    }

    private void notDiscounted() {
        var open = books.receivable(receivable);
        assertThat(open.open()).isEqualTo(cny("1000.00"));
        assertThat(open.credited()).isEqualTo(cny("0.00"));
        assertThat(offers.state(receivable)).isEqualTo("OFFERED");
        assertThat(offers.of(receivable).<Object>get("items[0].takenBy")).isNull();
    }

    private String paid(String amount, Map<String, Object> more) {
        return recorded(amount, more).path("id");
    }

    private Response recorded(String amount, Map<String, Object> more) {
        return books.pays(amount, more).then().statusCode(201).extract().response();
    }

    private void step(String payment, String step, Map<String, Object> body) {
        books.finance.posts("/payments/" + payment + "/" + step, body).then().statusCode(201);
    }
}
