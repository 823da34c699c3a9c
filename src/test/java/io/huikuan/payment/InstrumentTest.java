package io.huikuan.payment;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.huikuan.allocation.AllocationView;
import io.huikuan.allocation.SourceKind;
import io.huikuan.receivable.ReceivableView;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cheques and drafts, de-allocation, and who is told. */
@QuarkusTest
class InstrumentTest {
    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));

    private Person li;
    private Person wang;
    private Person finance;
    private UUID customer;
    private UUID receivable;

    @BeforeEach
    void open() {
        Organisation organisation = Given.anOrganisation();
        var team = organisation.team("East", null);
        li = team.manager();
        wang = team.salesperson("wang");
        finance = organisation.finance();
        customer = Given.aCustomerOf(wang);
        receivable = Given.aReceivable(finance, customer, "A-1", "100.00", today.minusDays(20));
    }

    /** ERPNext #43102: a cheque that has not cleared is not money, whatever the posting date. */
    @Test
    void isSecuredUntilItHasCleared() {
        var draft = draft("60.00");

        assertThat(draft.state()).isEqualTo(PaymentState.SECURED);
        assertThat(now().open()).isEqualTo(cny("40.00"));
        assertThat(now().secured()).isEqualTo(cny("60.00"));
        assertThat(now().paid()).isEqualTo(cny("0.00"));
        assertThat(collected()).isEqualTo("0.00");

        var cleared = step(
                draft.id(),
                "clearance",
                Map.of("effectiveOn", today.minusDays(1).toString()));

        assertThat(cleared.state()).isEqualTo(PaymentState.CONFIRMED);
        assertThat(cleared.clearedOn()).isEqualTo(today.minusDays(1));
        assertThat(now().open()).isEqualTo(cny("40.00"));
        assertThat(now().secured()).isEqualTo(cny("0.00"));
        assertThat(now().paid()).isEqualTo(cny("60.00"));
        assertThat(collected()).isEqualTo("60.00");
        assertThat(cleared.allocations())
                .extracting(AllocationView::kind, AllocationView::amount, AllocationView::reason)
                .containsExactlyInAnyOrder(
                        tuple(SourceKind.INSTRUMENT, cny("60.00"), "OLDEST_DUE_FIRST"),
                        tuple(SourceKind.INSTRUMENT, cny("-60.00"), "CLEARANCE"),
                        tuple(SourceKind.PAYMENT, cny("60.00"), "OLDEST_DUE_FIRST"));
    }

    @Test
    void opensAgainWhatItHadClosedWhenItBounces() {
        var draft = draft("100.00");
        assertThat(now().status()).isEqualTo(ReceivableView.Status.SECURED);
        assertThat(Answers.items(ReceivableView.class, finance.gets("/receivables?status=SECURED")))
                .extracting(ReceivableView::id)
                .containsExactly(receivable);
        assertThat(Answers.items(ReceivableView.class, finance.gets("/receivables?status=PAID")))
                .isEmpty();

        var bounced = step(draft.id(), "bounce", Map.of("reason", "account closed"));

        assertThat(bounced.state()).isEqualTo(PaymentState.BOUNCED);
        assertThat(bounced.unapplied()).isEqualTo(cny("0.00"));
        assertThat(now().open()).isEqualTo(cny("100.00"));
        assertThat(now().status()).isEqualTo(ReceivableView.Status.OPEN);
        assertThat(now().nextLookOn()).isNotNull();
        assertThat(finance.posts("/payments/" + draft.id() + "/clearance", Map.of())
                        .<String>path("code"))
                .isEqualTo("payment-not-secured");
    }

    @Test
    void isNoSecondTimeClearedAndCashNeverBounces() {
        var cash = Given.aPayment(finance, customer, "10.00", today);

        for (var step : List.of("clearance", "bounce")) {
            var refused = finance.posts("/payments/" + cash + "/" + step, Map.of("reason", "none"));
            assertThat(refused.statusCode()).as(step).isIn(400, 409);
        }
        assertThat(finance.posts("/payments/" + cash + "/clearance", Map.of()).<String>path("code"))
                .isEqualTo("payment-not-secured");
    }

    @Test
    void saysWhatIsWrongWithAnInstrument() {
        assertThat(refusal(Map.of("instrument", "GOLD_BAR", "maturesOn", today.toString())))
                .isEqualTo("instrument-unknown");
        assertThat(refusal(Map.of("instrument", "BANK_ACCEPTANCE"))).isEqualTo("required");
        assertThat(refusal(Map.of("maturesOn", today.toString()))).isEqualTo("cash-does-not-mature");
        assertThat(refusal(Map.of(
                        "instrument",
                        "BANK_ACCEPTANCE",
                        "maturesOn",
                        today.minusDays(9).toString())))
                .isEqualTo("before-receipt");
        assertThat(finance.gets("/payments").<List<?>>path("items")).isEmpty();
        assertThat(now().open()).isEqualTo(cny("100.00"));
    }

    @Test
    void isAllocatedAnewAfterItWasTakenBackAndTheHistoryShowsBoth() {
        var other = Given.aReceivable(finance, customer, "A-2", "60.00", today.minusDays(5));
        var payment = Given.aPayment(finance, customer, "60.00", today.minusDays(2));
        var allocation =
                Objects.requireNonNull(read(payment).allocations()).getFirst().id();

        var freed = step(
                payment,
                "deallocation",
                Map.of("reason", "meant for A-2", "allocationIds", List.of(allocation.toString())));
        assertThat(freed.unapplied()).isEqualTo(cny("60.00"));
        assertThat(now().open()).isEqualTo(cny("100.00"));
        assertThat(now().unapplied()).as("offered on what is open").isEqualTo(cny("60.00"));
        step(payment, "allocations", Map.of("allocations", List.of(share(other, "60.00"))));

        assertThat(read(payment).allocations())
                .extracting(AllocationView::receivableId, AllocationView::amount, AllocationView::reason)
                .containsExactly(
                        tuple(receivable, cny("60.00"), "OLDEST_DUE_FIRST"),
                        tuple(receivable, cny("-60.00"), "DEALLOCATION"),
                        tuple(other, cny("60.00"), "AS_DESIGNATED"));
        var again = finance.posts(
                "/payments/" + payment + "/deallocation",
                Map.of("reason", "once more", "allocationIds", List.of(allocation.toString())));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.<String>path("errors[0].code")).isEqualTo("allocation-not-standing");
    }

    @Test
    void tellsFinanceOfAClaimAndTheOwnerAndTheManagerOfWhatBecameOfIt() {
        var claim = wang.creates(
                "/payments",
                Map.of("customerId", customer, "receivedOn", today.toString(), "amount", json(cny("70.00"))));
        assertThat(told(finance)).containsExactly("PAYMENT_CLAIMED");
        assertThat(told(wang)).isEmpty();
        assertThat(now().open()).as("a claim counts nowhere").isEqualTo(cny("100.00"));

        step(claim, "confirmation", Map.of());
        assertThat(finance.gets("/notifications").<List<String>>path("items.state"))
                .containsExactly("DONE");
        assertThat(told(wang)).containsExactly("PAYMENT_CONFIRMED");
        assertThat(told(li)).containsExactly("PAYMENT_CONFIRMED");

        step(claim, "reversal", Map.of("reason", "recorded twice"));
        assertThat(told(wang)).containsExactly("PAYMENT_REVERSED", "PAYMENT_CONFIRMED");
        assertThat(wang.gets("/notifications?limit=1").<String>path("items[0].paymentId"))
                .isEqualTo(claim.toString());
        var id = wang.gets("/notifications?limit=1").<String>path("items[0].id");
        assertThat(wang.posts("/notifications/" + id + "/done", Map.of()).statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clearance", "bounce", "reversal", "deallocation"})
    void takesNoStepBackIntoTheFutureOrBeforeTheReceipt(String step) {
        var payment = step.equals("clearance") || step.equals("bounce")
                ? draft("10.00").id()
                : Given.aPayment(finance, customer, "10.00", today.minusDays(3));

        for (var day : List.of(today.plusDays(1), today.minusDays(30))) {
            var refused = finance.posts(
                    "/payments/" + payment + "/" + step,
                    step.equals("clearance")
                            ? Map.of("effectiveOn", day.toString())
                            : Map.of("reason", "because", "effectiveOn", day.toString()));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/effectiveOn");
            assertThat(refused.<String>path("errors[0].code"))
                    .isEqualTo(day.isAfter(today) ? "must-not-be-in-the-future" : "before-receipt");
        }
        assertThat(now().open()).isEqualTo(cny("90.00"));
    }

    /** Else, as of the days in between, money would be allocated that had not come, or paper that was cash already. */
    @Test
    void isTakenBackFromNoDayBeforeItsLastStep() {
        var cleared = draft("10.00").id();
        step(cleared, "clearance", Map.of("effectiveOn", today.minusDays(1).toString()));
        var freed = Given.aPayment(finance, customer, "10.00", today.minusDays(3));
        step(
                freed,
                "deallocation",
                Map.of(
                        "reason",
                        "for another",
                        "effectiveOn",
                        today.minusDays(1).toString()));

        for (var payment : List.of(cleared, freed)) {
            var refused = finance.posts(
                    "/payments/" + payment + "/reversal",
                    Map.of("reason", "never", "effectiveOn", today.minusDays(2).toString()));
            assertThat(refused.<String>path("errors[0].code")).isEqualTo("before-last-step");
            step(
                    payment,
                    "reversal",
                    Map.of("reason", "never", "effectiveOn", today.minusDays(1).toString()));
        }
        assertThat(finance.gets("/money-checks").<Boolean>path("sound")).isTrue();
    }

    private PaymentView draft(String amount) {
        return read(finance.creates(
                "/payments",
                body(
                        amount,
                        Map.of(
                                "instrument",
                                "BANK_ACCEPTANCE",
                                "maturesOn",
                                today.plusDays(80).toString()))));
    }

    private String refusal(Map<String, Object> more) {
        var refused = finance.posts("/payments", body("10.00", more));
        assertThat(refused.statusCode()).isEqualTo(400);
        return refused.path("errors[0].code");
    }

    private Map<String, Object> body(String amount, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.put("customerId", customer);
        body.put("receivedOn", today.minusDays(3).toString());
        body.put("amount", json(cny(amount)));
        return body;
    }

    private PaymentView step(UUID payment, String step, Map<String, Object> body) {
        var answer = finance.posts("/payments/" + payment + "/" + step, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return Answers.as(PaymentView.class, answer);
    }

    private PaymentView read(UUID payment) {
        return Answers.as(PaymentView.class, finance.gets("/payments/" + payment));
    }

    private ReceivableView now() {
        return Answers.as(ReceivableView.class, finance.gets("/receivables/" + receivable));
    }

    private String collected() {
        return finance.gets(
                        "/performance/collection-rate?from=" + today.minusDays(30) + "&to=" + today + "&asOf=" + today)
                .path("rows[0].collected.amount");
    }

    private static List<String> told(Person person) {
        return person.gets("/notifications").path("items.kind");
    }

    private static Map<String, Object> share(UUID receivable, String amount) {
        return Map.of("receivableId", receivable, "amount", json(cny(amount)));
    }
}
