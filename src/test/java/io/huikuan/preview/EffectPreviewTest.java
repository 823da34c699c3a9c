package io.huikuan.preview;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

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

    private Person finance;
    private UUID customer;
    private UUID older;
    private UUID newer;

    @BeforeEach
    void open() {
        Organisation organisation = Given.anOrganisation();
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
        return Map.of("customerId", customer, "receivedOn", today.toString(), "amount", json(cny(amount)));
    }

    private List<Object> books() {
        return List.of(
                finance.gets("/receivables").jsonPath().getList("items"),
                finance.gets("/payments").jsonPath().getList("items"));
    }
}
