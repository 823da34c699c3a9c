package io.huikuan.preview;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.BankStatement;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who decides on what has changed since it was read is told so, and nothing is done. */
@QuarkusTest
class StaleStepTest {
    private static final String OLD = "\"77\"";

    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));

    private Organisation organisation;
    private Person finance;
    private Person salesperson;
    private UUID customer;
    private UUID receivable;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        finance = organisation.finance();
        salesperson = organisation.salesperson("wang");
        customer = Given.aCustomerOf(salesperson);
        receivable = Given.aReceivable(finance, customer, "A-1", "100.00", today.minusDays(20));
    }

    @Test
    void leavesAClaimAsItIs() {
        var claim = "/payments/" + salesperson.creates("/payments", payment("40.00"));

        refuses(claim, claim + "/confirmation", Map.of());
        refuses(claim, claim + "/rejection", Map.of("reason", "not on the account"));
        accepts(claim, claim + "/confirmation", Map.of());
    }

    @Test
    void leavesAPaymentAsItIs() {
        var payment = "/payments/" + Given.aPayment(finance, customer, "140.00", today.minusDays(2));

        for (var step : List.of("/allocations", "/deallocation", "/reversal")) {
            refuses(payment, payment + step, step.equals("/allocations") ? Map.of() : Map.of("reason", "mistake"));
        }
        accepts(payment, payment + "/deallocation", Map.of("reason", "meant for the other invoice"));
        accepts(payment, payment + "/allocations", Map.of());
        accepts(payment, payment + "/reversal", Map.of("reason", "recorded twice"));
    }

    @Test
    void leavesPaperAsItIs() {
        var paper = "/payments/"
                + finance.creates(
                        "/payments",
                        Map.of(
                                "customerId", customer,
                                "receivedOn", today.minusDays(3).toString(),
                                "amount", json(cny("40.00")),
                                "instrument", "BANK_ACCEPTANCE",
                                "maturesOn", today.plusDays(30).toString()));

        refuses(paper, paper + "/clearance", Map.of());
        refuses(paper, paper + "/bounce", Map.of("reason", "no funds"));
        accepts(paper, paper + "/clearance", Map.of());
    }

    @Test
    void leavesAnAdjustmentAsItIs() {
        var admin = organisation.admin();
        var creditNote = "/credit-notes/"
                + finance.creates(
                        "/credit-notes",
                        Map.of("customerId", customer, "amount", json(cny("60.00")), "reason", "Goods sent back"));
        var writeOff = "/write-offs/"
                + finance.creates(
                        "/write-offs",
                        Map.of("customerId", customer, "reason", "Insolvent", "allocations", List.of(share("10.00"))));

        for (var adjustment : List.of(creditNote, writeOff)) {
            refuses(admin, adjustment, adjustment + "/approval", Map.of());
            refuses(admin, adjustment, adjustment + "/refusal", Map.of("reason", "Not seen"));
            accepts(admin, adjustment, adjustment + "/approval", Map.of());
            refuses(adjustment, adjustment + "/reversal", Map.of("reason", "mistake"));
        }
        refuses(creditNote, creditNote + "/allocations", Map.of());
        accepts(creditNote, creditNote + "/allocations", Map.of());
        accepts(creditNote, creditNote + "/reversal", Map.of("reason", "mistake"));
        accepts(writeOff, writeOff + "/reversal", Map.of("reason", "mistake"));
    }

    @Test
    void leavesALineAsItIs() {
        var statement = new BankStatement(finance);
        var line = "/bank-statement-lines/" + statement.aLine("40.00", today.minusDays(1), "somebody", "", "");
        var match = Map.of("parts", List.of(Map.of("customerId", customer, "amount", json(cny("40.00")))));

        refuses(line, line + "/match", match);
        refuses(line, line + "/refusal", Map.of("reason", "Interest"));
        accepts(line, line + "/refusal", Map.of("reason", "Interest"));
        refuses(line, line + "/reopening", Map.of("reason", "mistake"));
        accepts(line, line + "/reopening", Map.of("reason", "mistake"));
        accepts(line, line + "/match", match);
    }

    @Test
    void isToldInAPreviewAsWell() {
        var payment = "/payments/" + Given.aPayment(finance, customer, "40.00", today.minusDays(2));
        var reason = Map.of("reason", "recorded twice");

        refuses(payment, payment + "/reversal?dryRun=true", reason);
        assertThat(onVersion(finance, etag(payment), payment + "/reversal?dryRun=true", reason)
                        .statusCode())
                .isEqualTo(200);
        assertThat(finance.posts(payment + "/reversal", reason).statusCode())
                .as("nobody has to name a version")
                .isEqualTo(201);
    }

    /** The answer was lost on the way: the second time it is the same one, though the version is another by now. */
    @Test
    void repeatsTheAnswerOfAStepThatWasTaken() {
        var payment = "/payments/" + Given.aPayment(finance, customer, "40.00", today.minusDays(2));
        var etag = etag(payment);

        for (int time = 0; time < 2; time++) {
            finance.asks()
                    .header("If-Match", etag)
                    .header("Idempotency-Key", "reverse-" + payment)
                    .body(Map.of("reason", "recorded twice"))
                    .post(payment + "/reversal")
                    .then()
                    .statusCode(201);
        }
    }

    /** All of them have read the same version: the customer is locked before it is compared, so that one is first. */
    @Test
    @Timeout(120)
    void letsOneOfManyPass() throws Exception {
        var payment = "/payments/"
                + finance.creates(
                        "/payments",
                        Map.of(
                                "customerId",
                                customer,
                                "receivedOn",
                                today.minusDays(3).toString(),
                                "amount",
                                json(cny("90.00")),
                                "allocate",
                                "NONE"));
        var etag = etag(payment);
        var steps = new ArrayList<Callable<Response>>();
        for (int at = 0; at < 8; at++) {
            steps.add(() ->
                    onVersion(finance, etag, payment + "/allocations", Map.of("allocations", List.of(share("10.00")))));
        }

        var answers = new ArrayList<Response>();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : all.invokeAll(steps)) {
                answers.add(done.get());
            }
        }

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 201)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(412));
        assertThat(finance.gets("/receivables/" + receivable).<String>path("open.amount"))
                .isEqualTo("90.00");
    }

    private void refuses(String subject, String step, Map<String, ?> body) {
        refuses(finance, subject, step, body);
    }

    private void refuses(Person who, String subject, String step, Map<String, ?> body) {
        var before = finance.gets(subject);
        var open = finance.gets("/receivables/" + receivable).asString();

        var answer = onVersion(who, OLD, step, body);

        assertThat(answer.statusCode()).as(step + answer.asString()).isEqualTo(412);
        assertThat(answer.<String>path("code")).isEqualTo("stale-version");
        assertThat(answer.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(finance.gets(subject).asString()).isEqualTo(before.asString());
        assertThat(finance.gets("/receivables/" + receivable).asString()).isEqualTo(open);
    }

    private void accepts(String subject, String step, Map<String, ?> body) {
        accepts(finance, subject, step, body);
    }

    private void accepts(Person who, String subject, String step, Map<String, ?> body) {
        var answer = onVersion(who, etag(subject), step, body);

        assertThat(answer.statusCode()).as(step + answer.asString()).isEqualTo(201);
    }

    private static Response onVersion(Person who, String etag, String step, Map<String, ?> body) {
        return who.asks().header("If-Match", etag).body(body).post(step);
    }

    private String etag(String subject) {
        return finance.gets(subject).header("ETag");
    }

    private Map<String, Object> payment(String amount) {
        return Map.of("customerId", customer, "receivedOn", today.toString(), "amount", json(cny(amount)));
    }

    private Map<String, Object> share(String amount) {
        return Map.of("receivableId", receivable, "amount", json(cny(amount)));
    }
}
