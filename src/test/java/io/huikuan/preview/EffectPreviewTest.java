package io.huikuan.preview;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.BankStatement;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown before is what happens after, and nothing happens before. */
@QuarkusTest
class EffectPreviewTest {
    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));

    private Organisation organisation;
    private Person finance;
    private UUID customer;
    private UUID older;
    private UUID newer;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        finance = organisation.finance();
        customer = Given.aCustomerOf(organisation.salesperson("wang"));
        older = Given.aReceivable(finance, customer, "A-1", "100.00", today.minusDays(20));
        newer = Given.aReceivable(finance, customer, "A-2", "50.00", today.plusDays(5));
    }

    @Test
    void showsWhatAPaymentWouldSettleAndSettlesNothing() {
        var before = books();

        var effects = dryRun("/payments", payment("120.00"));

        assertThat(effects.getList("receivables.receivableId")).containsExactly(older.toString(), newer.toString());
        assertThat(effects.getList("receivables.openBefore.amount")).containsExactly("100.00", "50.00");
        assertThat(effects.getList("receivables.openAfter.amount")).containsExactly("0.00", "30.00");
        assertThat(effects.getList("receivables.statusBefore")).containsExactly("OPEN", "OPEN");
        assertThat(effects.getList("receivables.statusAfter")).containsExactly("PAID", "PARTLY_PAID");
        assertThat(effects.getString("sources[0].state")).isEqualTo("CONFIRMED");
        assertThat(effects.getString("sources[0].unapplied.amount")).isEqualTo("0.00");
        assertThat(effects.getList("notices.kind")).containsExactly("PAYMENT_CONFIRMED");
        assertThat(books()).isEqualTo(before);
    }

    @Test
    void showsWhatAReversalWouldOpenAgain() {
        var payment = Given.aPayment(finance, customer, "100.00", today.minusDays(2));
        var before = books();

        var effects = dryRun("/payments/" + payment + "/reversal", Map.of("reason", "recorded twice"));

        assertThat(effects.getList("receivables.statusBefore")).containsExactly("PAID");
        assertThat(effects.getList("receivables.statusAfter")).containsExactly("OPEN");
        assertThat(effects.getString("receivables[0].nextLookOn")).isEqualTo(today.toString());
        assertThat(effects.getString("sources[0].state")).isEqualTo("REVERSED");
        assertThat(books()).isEqualTo(before);

        finance.posts("/payments/" + payment + "/reversal", Map.of("reason", "recorded twice"))
                .then()
                .statusCode(201);
        assertThat(finance.gets("/receivables/" + older).<String>path("open.amount"))
                .isEqualTo(effects.getString("receivables[0].openAfter.amount"));
    }

    @Test
    void showsWhichPromisesAPaymentWouldKeep() {
        var owner = organisation.salesperson("sun");
        var theirs = Given.aCustomerOf(owner);
        Given.aReceivable(finance, theirs, "B-1", "100.00", today.minusDays(20));
        var promise = owner.creates(
                "/promises",
                Map.of(
                        "customerId",
                        theirs,
                        "amount",
                        json(cny("80.00")),
                        "dueOn",
                        today.plusDays(3).toString(),
                        "promisedBy",
                        "Ms Chen"));

        var part = dryRun("/payments", payment(theirs, "30.00"));
        var all = dryRun("/payments", payment(theirs, "80.00"));

        assertThat(part.getString("promises[0].stateAfter")).isEqualTo("OPEN");
        assertThat(part.getString("promises[0].keptAfter.amount")).isEqualTo("30.00");
        assertThat(all.getList("promises.promiseId")).containsExactly(promise.toString());
        assertThat(all.getString("promises[0].stateAfter")).isEqualTo("KEPT");
        assertThat(all.getList("notices.kind")).contains("PROMISE_KEPT");
        assertThat(owner.gets("/promises/" + promise).<String>path("state")).isEqualTo("OPEN");
        assertThat(owner.gets("/promises/" + promise).<String>path("kept.amount"))
                .isEqualTo("0.00");
    }

    /** Nobody has approved it yet: what is shown is what it comes to once somebody does. */
    @Test
    void showsWhatAWriteOffComesToOnceItIsApproved() {
        var before = books();
        var writeOff = Map.of(
                "customerId",
                customer,
                "reason",
                "Insolvent",
                "allocations",
                List.of(share(older, "100.00"), share(newer, "20.00")));

        var effects = dryRun("/write-offs", writeOff);

        assertThat(effects.getList("receivables.openAfter.amount")).containsExactly("0.00", "30.00");
        assertThat(effects.getList("receivables.statusAfter")).containsExactly("WRITTEN_OFF", "PARTLY_PAID");
        assertThat(effects.getString("receivables[0].nextLookOn")).isNull();
        assertThat(effects.getList("sources.kind")).containsExactly("WRITE_OFF");
        assertThat(effects.getList("sources.state")).containsExactly("APPROVED");
        assertThat(books()).isEqualTo(before);
        assertThat(finance.gets("/write-offs").jsonPath().getList("items")).isEmpty();
    }

    @Test
    void showsWhatACreditNoteComesToOnceItIsApproved() {
        var before = books();
        var creditNote = Map.of(
                "customerId",
                customer,
                "amount",
                json(cny("70.00")),
                "reason",
                "Goods sent back",
                "allocations",
                List.of(share(older, "60.00")));

        var effects = dryRun("/credit-notes", creditNote);

        assertThat(effects.getList("receivables.openAfter.amount")).containsExactly("40.00");
        assertThat(effects.getString("sources[0].unapplied.amount")).isEqualTo("10.00");
        assertThat(books()).isEqualTo(before);
        assertThat(finance.gets("/credit-notes").jsonPath().getList("items")).isEmpty();
    }

    /** Of several customers at once. */
    @Test
    void showsWhatAMatchWouldSettle() {
        var other = Given.aCustomerOf(organisation.salesperson("chen"));
        var owed = Given.aReceivable(finance, other, "B-1", "30.00", today.minusDays(10));
        var line = new BankStatement(finance).aLine("80.00", today.minusDays(1), "somebody", "", "");
        var before = books();

        var effects = dryRun(
                "/bank-statement-lines/" + line + "/match",
                Map.of("parts", List.of(part(customer, "50.00"), part(other, "30.00"))));

        assertThat(effects.getList("receivables.receivableId")).containsExactly(older.toString(), owed.toString());
        assertThat(effects.getList("receivables.customerId")).containsExactly(customer.toString(), other.toString());
        assertThat(effects.getList("receivables.openAfter.amount")).containsExactly("50.00", "0.00");
        assertThat(effects.getList("sources.customerId"))
                .containsExactlyInAnyOrder(customer.toString(), other.toString());
        assertThat(finance.gets("/bank-statement-lines/" + line).<String>path("state"))
                .isEqualTo("UNMATCHED");
        assertThat(books()).isEqualTo(before);
    }

    @Test
    void saysWhenThereIsMoreThanItShows() {
        for (int at = 0; at < 199; at++) {
            Given.aReceivable(finance, customer, "M-" + at, "1.00", today.plusDays(9));
        }
        assertThat(dryRun("/payments", payment("348.00")).getList("receivables"))
                .hasSize(200);
        assertThat(dryRun("/payments", payment("348.00")).getBoolean("more")).isFalse();

        var effects = dryRun("/payments", payment("349.00"));

        assertThat(effects.getList("receivables")).hasSize(200);
        assertThat(effects.getBoolean("more")).isTrue();
    }

    @Test
    void refusesWhatTheStepItselfWouldRefuse() {
        var refused = finance.posts("/payments?dryRun=true", payment("-1.00"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo("must-be-positive");
        assertThat(finance.posts("/payments/" + UUID.randomUUID() + "/reversal?dryRun=true", Map.of("reason", "none"))
                        .statusCode())
                .isEqualTo(404);
    }

    /** A key is not used up by a preview: the step itself comes after it. */
    @Test
    void leavesTheIdempotencyKeyToTheStep() {
        var key = UUID.randomUUID().toString();
        finance.asks()
                .header("Idempotency-Key", key)
                .body(payment("10.00"))
                .post("/payments?dryRun=true")
                .then()
                .statusCode(200);

        var paid = finance.asks()
                .header("Idempotency-Key", key)
                .body(payment("10.00"))
                .post("/payments");

        assertThat(paid.statusCode()).isEqualTo(201);
        assertThat(paid.header("Idempotency-Replayed")).isNull();
    }

    private JsonPath dryRun(String path, Map<String, Object> body) {
        return finance.posts(path + "?dryRun=true", body)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Map<String, Object> payment(String amount) {
        return payment(customer, amount);
    }

    private Map<String, Object> payment(UUID payer, String amount) {
        return Map.of("customerId", payer, "receivedOn", today.toString(), "amount", json(cny(amount)));
    }

    private static Map<String, Object> share(UUID receivable, String amount) {
        return Map.of("receivableId", receivable, "amount", json(cny(amount)));
    }

    private static Map<String, Object> part(UUID payer, String amount) {
        return Map.of("customerId", payer, "amount", json(cny(amount)));
    }

    private List<Object> books() {
        return List.of(
                finance.gets("/receivables").jsonPath().getList("items"),
                finance.gets("/payments").jsonPath().getList("items"));
    }
}
