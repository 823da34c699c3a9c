package io.huikuan.payment;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.huikuan.allocation.AllocationView;
import io.huikuan.receivable.ReceivableView;
import io.huikuan.rules.Money;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PaymentResourceTest {
    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));

    private Organisation organisation;
    private Person wang;
    private Person finance;
    private UUID customer;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        wang = organisation.salesperson("wang");
        finance = organisation.finance();
        customer = Given.aCustomerOf(wang);
    }

    @Test
    void settlesWhatFellDueFirstAndKeepsTheRest() {
        var june = owing("A-2", "50.00", today.minusDays(10));
        var may = owing("A-1", "100.00", today.minusDays(40));

        var payment = paid("120.00", Map.of());

        assertThat(payment.state()).isEqualTo(PaymentState.CONFIRMED);
        assertThat(payment.unapplied()).isEqualTo(cny("0.00"));
        assertThat(payment.allocations())
                .extracting(AllocationView::receivableNumber, AllocationView::amount)
                .containsExactly(tuple("A-1", cny("100.00")), tuple("A-2", cny("20.00")));
        assertThat(receivable(may).status()).isEqualTo(ReceivableView.Status.PAID);
        assertThat(receivable(may).nextLookOn()).isNull();
        assertThat(receivable(june).open()).isEqualTo(cny("30.00"));
        assertThat(receivable(june).status()).isEqualTo(ReceivableView.Status.PARTLY_PAID);
        assertThat(receivable(june).nextLookOn()).isNotNull();
    }

    @Test
    void leavesUnappliedWhatNothingIsOwedFor() {
        owing("A-1", "100.00", today.plusDays(10));

        var payment = paid("150.00", Map.of());
        var kept = paid("10.00", Map.of("allocate", "NONE"));

        assertThat(payment.unapplied()).isEqualTo(cny("50.00"));
        assertThat(kept.unapplied()).isEqualTo(cny("10.00"));
        assertThat(kept.allocations()).isEmpty();
    }

    @Test
    void settlesWhatItIsToldTo() {
        var one = owing("A-1", "100.00", today.minusDays(40));
        var other = owing("A-2", "50.00", today.minusDays(10));

        var payment = paid("60.00", Map.of("allocations", List.of(share(other, "50.00"), share(one, "5.00"))));

        assertThat(payment.unapplied()).isEqualTo(cny("5.00"));
        assertThat(receivable(one).open()).isEqualTo(cny("95.00"));
        assertThat(receivable(other).open()).isEqualTo(cny("0.00"));
    }

    @Test
    void countsAPaymentForNoReceivableBeforeItsIssue() {
        Given.aReceivable(finance, customer, "A-1", cny("100.00"), today.minusDays(2), today.plusDays(28));

        var early = paid("40.00", Map.of("receivedOn", today.minusDays(5).toString()));
        var late = paid("40.00", Map.of("receivedOn", today.toString()));

        assertThat(early.allocations()).extracting(AllocationView::effectiveOn).containsExactly(today.minusDays(2));
        assertThat(late.allocations()).extracting(AllocationView::effectiveOn).containsExactly(today);
    }

    @Test
    void refusesSharesThatCannotBeWithoutAnyEffect() {
        var small = owing("A-1", "100.00", today);
        var paidAlready = owing("A-0", "10.00", today.minusDays(1));
        paid("10.00", Map.of());
        var dollars = Given.aReceivable(finance, customer, "D-1", Money.of("100.00", "USD"), today.minusDays(3), today);
        var stranger = Given.aReceivable(finance, Given.aCustomerOf(wang), "S-1", "100.00", today);

        assertRefused(sending("200.00", share(small, "100.01")), "share-exceeds-open-amount", "/allocations/0/amount");
        assertRefused(
                sending("200.00", share(paidAlready, "1.00")), "share-exceeds-open-amount", "/allocations/0/amount");
        assertRefused(
                sending("50.00", share(small, "40.00"), share(small, "20.00")),
                "shares-exceed-payment",
                "/allocations/1/amount");
        assertRefused(
                sending("200.00", share(dollars, "1.00")), "share-in-other-currency", "/allocations/0/amount/currency");
        assertRefused(
                sending("200.00", share(small, "1.00"), share(stranger, "1.00")),
                "share-of-unknown-receivable",
                "/allocations/1/receivableId");
        assertThat(receivable(small).open()).isEqualTo(cny("100.00"));
        assertThat(payments("")).hasSize(1);
    }

    @Test
    void refusesWhatIsNoPayment() {
        var future =
                pays(finance, "1.00", Map.of("receivedOn", today.plusDays(1).toString()));
        var nothing = pays(finance, "0.00", Map.of());
        var both = pays(
                finance, "1.00", Map.of("allocate", "NONE", "allocations", List.of(share(UUID.randomUUID(), "1.00"))));
        var gap = pays(finance, "1.00", Map.of("allocations", Collections.singletonList(null)));
        var incomplete = pays(finance, "1.00", Map.of("allocations", List.of(Map.of("amount", json(cny("1.00"))))));

        assertThat(future.statusCode()).isEqualTo(400);
        assertThat(future.<String>path("errors[0].code")).isEqualTo("must-not-be-in-the-future");
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(nothing.<String>path("errors[0].pointer")).isEqualTo("/amount/amount");
        assertThat(nothing.<String>path("errors[0].code")).isEqualTo("must-be-positive");
        assertThat(both.<String>path("errors[0].code")).isEqualTo("either-or");
        assertThat(gap.statusCode()).isEqualTo(400);
        assertThat(gap.<String>path("errors[0].pointer")).isEqualTo("/allocations/0");
        assertThat(incomplete.<String>path("errors[0].pointer")).isEqualTo("/allocations/0/receivableId");
        assertThat(payments("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, CNY, /amount/amount, must-be-positive",
        "-0.01, CNY, /amount/amount, must-be-positive",
        "1.001, CNY, /amount/amount, amount-unrepresentable",
        "1.00001, CNY, /amount/amount, amount-unrepresentable",
        "1.5, JPY, /amount/amount, amount-unrepresentable",
        "1.00001, KWD, /amount/amount, amount-unrepresentable",
        "1e3, CNY, /amount/amount, amount-malformed",
        "1234567890123456, CNY, /amount/amount, amount-malformed",
        "1.00, XYZ, /amount/currency, currency-unknown",
        "1.00, cny, /amount/currency, currency-unknown",
    })
    void refusesAnAmountThatIsNone(String amount, String currency, String pointer, String code) {
        owing("A-1", "100.00", today);

        for (var person : List.of(finance, wang)) {
            var refused = pays(person, "1.00", Map.of("amount", Map.of("amount", amount, "currency", currency)));

            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
            assertThat(refused.<String>path("errors[0].pointer")).isEqualTo(pointer);
            assertThat(refused.<String>path("errors[0].code")).isEqualTo(code);
        }
        assertThat(payments("")).isEmpty();
    }

    @Test
    void saysInChineseHowMuchIsOpen() {
        var small = owing("A-1", "100.00", today);

        var refused = finance.asks()
                .header("Accept-Language", "zh-CN")
                .body(body("200.00", Map.of("allocations", List.of(share(small, "100.01")))))
                .post("/payments");

        assertThat(refused.<String>path("title")).isEqualTo("核销金额超过应收款的未收金额");
        assertThat(refused.<String>path("errors[0].message")).isEqualTo("超过未收金额：CNY 100.00");
    }

    @Test
    void waitsForFinanceToConfirmWhatASalespersonClaims() {
        var receivable = owing("A-1", "100.00", today);

        var claim = view(pays(wang, "60.00", Map.of("reference", "R-1"))
                .then()
                .statusCode(201)
                .extract()
                .response());
        assertThat(claim.state()).isEqualTo(PaymentState.CLAIMED);
        assertThat(claim.unapplied()).isEqualTo(cny("0.00"));
        assertThat(receivable(receivable).open()).isEqualTo(cny("100.00"));
        assertThat(wang.posts("/payments/" + claim.id() + "/confirmation", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(finance.posts("/payments/" + claim.id() + "/reversal", Map.of("reason", "x"))
                        .<String>path("code"))
                .isEqualTo("payment-not-confirmed");

        var confirmed = view(finance.posts("/payments/" + claim.id() + "/confirmation", Map.of())
                .then()
                .statusCode(201)
                .extract()
                .response());
        assertThat(confirmed.state()).isEqualTo(PaymentState.CONFIRMED);
        assertThat(receivable(receivable).open()).isEqualTo(cny("40.00"));
        assertThat(finance.posts("/payments/" + claim.id() + "/confirmation", Map.of())
                        .<String>path("code"))
                .isEqualTo("payment-not-claimed");
    }

    @Test
    void letsFinanceRejectAClaimForGood() {
        var claim = view(pays(wang, "60.00", Map.of("reference", "R-1")));
        assertThat(pays(wang, "60.00", Map.of("reference", "R-1")).statusCode()).isEqualTo(409);

        var rejected =
                view(finance.posts("/payments/" + claim.id() + "/rejection", Map.of("reason", "not on the account")));

        assertThat(rejected.state()).isEqualTo(PaymentState.REJECTED);
        assertThat(rejected.reason()).isEqualTo("not on the account");
        assertThat(finance.posts("/payments/" + claim.id() + "/confirmation", Map.of())
                        .statusCode())
                .isEqualTo(409);
        assertThat(paid("60.00", Map.of("reference", "R-1")).state()).isEqualTo(PaymentState.CONFIRMED);
    }

    @Test
    void refusesAClaimThatAllocates() {
        var refused = pays(wang, "60.00", Map.of("allocate", "OLDEST_DUE_FIRST"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo("claim-not-allocated");
    }

    @Test
    void allocatesLaterWhatWasUnapplied() {
        var payment = paid("100.00", Map.of());
        var one = owing("A-1", "30.00", today.plusDays(5));
        var other = owing("A-2", "30.00", today.plusDays(3));

        var told = view(finance.posts(
                "/payments/" + payment.id() + "/allocations", Map.of("allocations", List.of(share(one, "10.00")))));
        var rest = view(finance.posts("/payments/" + payment.id() + "/allocations", Map.of()));

        assertThat(told.unapplied()).isEqualTo(cny("90.00"));
        assertThat(rest.unapplied()).isEqualTo(cny("40.00"));
        assertThat(receivable(one).open()).isEqualTo(cny("0.00"));
        assertThat(receivable(other).open()).isEqualTo(cny("0.00"));
    }

    @Test
    void reversesByCounterEntriesAndOpensAgainWhatWasSettled() {
        var settled = owing("A-1", "100.00", today.minusDays(20));
        var partly = owing("A-2", "100.00", today.minusDays(10));
        var payment = paid("150.00", Map.of("receivedOn", today.minusDays(5).toString(), "reference", "R-1"));

        var reversed = view(finance.posts(
                "/payments/" + payment.id() + "/reversal",
                Map.of(
                        "reason",
                        "cheque bounced",
                        "effectiveOn",
                        today.minusDays(1).toString())));

        assertThat(reversed.state()).isEqualTo(PaymentState.REVERSED);
        assertThat(reversed.unapplied()).isEqualTo(cny("0.00"));
        assertThat(reversed.allocations())
                .extracting(AllocationView::amount)
                .containsExactlyInAnyOrder(cny("100.00"), cny("50.00"), cny("-100.00"), cny("-50.00"));
        assertThat(reversed.allocations())
                .filteredOn(each -> each.undoesId() != null)
                .extracting(AllocationView::effectiveOn)
                .containsOnly(today.minusDays(1));
        assertThat(receivable(settled).open()).isEqualTo(cny("100.00"));
        assertThat(receivable(settled).nextLookOn()).isEqualTo(today.minusDays(1));
        assertThat(receivable(partly).open()).isEqualTo(cny("100.00"));
        assertThat(finance.posts("/payments/" + payment.id() + "/reversal", Map.of("reason", "again"))
                        .<String>path("code"))
                .isEqualTo("payment-already-reversed");
        assertThat(pays(finance, "150.00", Map.of("reference", "R-1")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void repeatsTheAnswerOfARetryAndRefusesAnotherBody() {
        owing("A-1", "100.00", today);
        var body = body("60.00", Map.of());

        var first = finance.asks().header("Idempotency-Key", "k-1").body(body).post("/payments");
        var retry = finance.asks().header("Idempotency-Key", "k-1").body(body).post("/payments");
        var other = finance.asks()
                .header("Idempotency-Key", "k-1")
                .body(body("61.00", Map.of()))
                .post("/payments");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(retry.statusCode()).isEqualTo(201);
        assertThat(retry.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(retry.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(view(retry)).isEqualTo(view(first));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(payments("")).hasSize(1);
    }

    @Test
    void knowsAPaymentByTheReferenceOfItsCustomer() {
        paid("60.00", Map.of("reference", "R-1"));

        var again = pays(finance, "60.00", Map.of("reference", "R-1"));

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("errors[0].pointer")).isEqualTo("/reference");
        var elsewhere = new HashMap<>(body("60.00", Map.of("reference", "R-1")));
        elsewhere.put("customerId", Given.aCustomerOf(wang));
        assertThat(finance.posts("/payments", elsewhere).statusCode()).isEqualTo(201);
    }

    @Test
    void listsTheLatestFirstByFilterAndPage() {
        var first = paid("1.00", Map.of("receivedOn", today.minusDays(3).toString(), "reference", "R-1"));
        var second = paid("2.00", Map.of("receivedOn", today.minusDays(2).toString()));
        var claim =
                view(pays(wang, "3.00", Map.of("receivedOn", today.minusDays(1).toString())));

        assertThat(payments("")).containsExactly(claim.id(), second.id(), first.id());
        assertThat(payments("?state=CLAIMED")).containsExactly(claim.id());
        assertThat(payments("?reference=R-1")).containsExactly(first.id());
        assertThat(payments("?receivedFrom=" + today.minusDays(2) + "&receivedTo=" + today.minusDays(2)))
                .containsExactly(second.id());
        assertThat(payments("?customerId=" + Given.aCustomerOf(wang))).isEmpty();
        String cursor = finance.gets("/payments?limit=2").path("nextCursor");
        assertThat(payments("?limit=2&cursor=" + cursor)).containsExactly(first.id());
    }

    @Test
    void showsPaymentsToWhomTheCustomerBelongs() {
        var payment = paid("1.00", Map.of());
        var chen = organisation.salesperson("chen");

        assertThat(wang.gets("/payments/" + payment.id()).statusCode()).isEqualTo(200);
        assertThat(chen.gets("/payments/" + payment.id()).statusCode()).isEqualTo(404);
        assertThat(chen.gets("/payments").<List<?>>path("items")).isEmpty();
        assertThat(pays(chen, "1.00", Map.of()).statusCode()).isEqualTo(404);
        assertThat(pays(organisation.admin(), "1.00", Map.of()).statusCode()).isEqualTo(403);
    }

    private UUID owing(String number, String amount, LocalDate dueOn) {
        return Given.aReceivable(finance, customer, number, amount, dueOn);
    }

    private PaymentView paid(String amount, Map<String, Object> more) {
        return view(pays(finance, amount, more).then().statusCode(201).extract().response());
    }

    private Response pays(Person person, String amount, Map<String, Object> more) {
        return person.posts("/payments", body(amount, more));
    }

    private Response sending(String amount, Map<?, ?>... shares) {
        return pays(finance, amount, Map.of("allocations", List.of(shares)));
    }

    private Map<String, Object> body(String amount, Map<String, Object> more) {
        var body = new HashMap<String, Object>();
        body.put("customerId", customer);
        body.put("receivedOn", today.toString());
        body.put("amount", json(cny(amount)));
        body.putAll(more);
        return body;
    }

    private static Map<String, Object> share(UUID receivable, String amount) {
        return Map.of("receivableId", receivable, "amount", json(cny(amount)));
    }

    private static PaymentView view(Response response) {
        return Answers.as(PaymentView.class, response);
    }

    private ReceivableView receivable(UUID id) {
        return Answers.as(ReceivableView.class, finance.gets("/receivables/" + id));
    }

    private List<UUID> payments(String query) {
        return finance.gets("/payments" + query).jsonPath().getList("items.id", UUID.class);
    }

    private static void assertRefused(Response response, String code, String pointer) {
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.<String>path("code")).isEqualTo(code);
        assertThat(response.<String>path("errors[0].pointer")).isEqualTo(pointer);
    }
}
