package io.huikuan.preview;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Adjusting;
import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.huikuan.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every step that can be asked for as a dry run: it shows what the step then does, and leaves no trace in any table. */
@QuarkusTest
class EveryStepPreviewTest {
    private static final Map<String, Object> REASON = Map.of("reason", "as agreed");

    /** Each with what it shows of the receivables: their number, and what is open before and after. What is secured is open no more. */
    enum Step {
        ALLOCATION("A-1 100.00 0.00, A-2 50.00 30.00"),
        DEALLOCATION("A-1 0.00 100.00, A-2 30.00 50.00"),
        CONFIRMATION("A-1 100.00 0.00, A-2 50.00 30.00"),
        REJECTION(""),
        CLEARANCE(""),
        BOUNCE("A-1 0.00 100.00, A-2 30.00 50.00"),
        REVERSAL("A-1 0.00 100.00, A-2 30.00 50.00"),
        REPLAN("HT-1/1 600.00 200.00, HT-1/2 none 400.00"),
        PLAN_APPROVAL("HT-1/1 600.00 200.00, HT-1/2 none 400.00"),
        PLAN_REFUSAL(""),
        WRITE_OFF_APPROVAL("A-1 100.00 40.00"),
        WRITE_OFF_REFUSAL(""),
        WRITE_OFF_REVERSAL("A-1 40.00 100.00"),
        CREDIT_NOTE_APPROVAL("A-1 100.00 40.00"),
        CREDIT_NOTE_REFUSAL(""),
        CREDIT_NOTE_ALLOCATION("A-2 50.00 45.00"),
        CREDIT_NOTE_REVERSAL("A-1 40.00 100.00");

        private final String effects;

        Step(String effects) {
            this.effects = effects;
        }
    }

    private record Asked(Person by, String path, Map<String, Object> body) {
        Response asDryRun() {
            return posted("?dryRun=true");
        }

        Response taken() {
            return posted("");
        }

        /** A new version of a plan wants to know what it is based on; no other step asks. */
        private Response posted(String query) {
            return by.asks().header("If-Match", "*").body(body).post(path + query);
        }
    }

    private Adjusting books;
    private UUID older;
    private UUID newer;

    @BeforeEach
    void open() {
        books = new Adjusting("/credit-notes");
        older = Given.aReceivable(books.finance, books.customer, "A-1", "100.00", books.today.minusDays(20));
        newer = Given.aReceivable(books.finance, books.customer, "A-2", "50.00", books.today.plusDays(5));
    }

    @ParameterizedTest
    @EnumSource
    void showsWhatIsOpenBeforeAndAfterAndChangesNothing(Step step) throws SQLException {
        var asked = asked(step);
        var before = tables();

        var shown = asked.asDryRun();

        assertThat(shown.statusCode()).as(shown.asString()).isEqualTo(200);
        assertThat(effects(shown)).isEqualTo(step.effects);
        assertThat(tables()).isEqualTo(before);

        var taken = asked.taken();
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(201);
        assertThat(tables()).isNotEqualTo(before);
        List<String> numbers = shown.path("receivables.number");
        List<String> after = shown.path("receivables.openAfter.amount");
        var owed = books.finance.gets("/receivables?limit=200").jsonPath();
        assertThat(numbers)
                .extracting(number -> owed.getString("items.find { it.number == '" + number + "' }.open.amount"))
                .isEqualTo(after);
    }

    private Asked asked(Step step) {
        return switch (step) {
            case ALLOCATION -> ofPayment(paid(Map.of("allocate", "NONE")), "allocations", Map.of());
            case DEALLOCATION -> ofPayment(paid(Map.of()), "deallocation", REASON);
            case CONFIRMATION -> ofPayment(claimed(), "confirmation", Map.of());
            case REJECTION -> ofPayment(claimed(), "rejection", REASON);
            case CLEARANCE -> ofPayment(drawn(), "clearance", Map.of());
            case BOUNCE -> ofPayment(drawn(), "bounce", REASON);
            case REVERSAL -> ofPayment(paid(Map.of()), "reversal", REASON);
            case REPLAN -> replan();
            case PLAN_APPROVAL -> ofProposedPlan("approval");
            case PLAN_REFUSAL -> ofProposedPlan("refusal");
            case WRITE_OFF_APPROVAL -> approval(writeOff());
            case WRITE_OFF_REFUSAL -> refusal(writeOff());
            case WRITE_OFF_REVERSAL -> reversal(approved(writeOff()));
            case CREDIT_NOTE_APPROVAL -> approval(creditNote());
            case CREDIT_NOTE_REFUSAL -> refusal(creditNote());
            case CREDIT_NOTE_ALLOCATION ->
                new Asked(
                        books.finance,
                        approved(creditNote()) + "/allocations",
                        Map.of("allocations", List.of(Adjusting.share(newer, "5.00"))));
            case CREDIT_NOTE_REVERSAL -> reversal(approved(creditNote()));
        };
    }

    private UUID paid(Map<String, Object> more) {
        return books.finance.creates("/payments", payment(more));
    }

    private UUID claimed() {
        return books.owner.creates("/payments", payment(Map.of()));
    }

    private UUID drawn() {
        return paid(Map.of(
                "instrument",
                "BANK_ACCEPTANCE",
                "maturesOn",
                books.today.plusDays(60).toString()));
    }

    private Map<String, Object> payment(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "customerId", books.customer, "receivedOn", books.today.toString(), "amount", json(cny("120.00"))));
        body.putAll(more);
        return body;
    }

    private Asked ofPayment(UUID payment, String step, Map<String, Object> body) {
        return new Asked(books.finance, "/payments/" + payment + "/" + step, body);
    }

    /** Of 600, 200 stay as they were due, and 400 come later. */
    private Asked replan() {
        var contract = books.finance.creates(
                "/contracts",
                Map.of(
                        "customerId",
                        books.customer,
                        "number",
                        "HT-1",
                        "signedOn",
                        books.today.minusDays(60).toString(),
                        "amount",
                        json(cny("600.00"))));
        var dueOn = books.today.plusDays(10).toString();
        String line = books.finance
                .posts(
                        "/contracts/" + contract + "/plan",
                        Map.of("lines", List.of(Map.of("label", "All", "amount", json(cny("600.00")), "dueOn", dueOn))))
                .then()
                .statusCode(201)
                .extract()
                .path("inForce.lines[0].id");
        return new Asked(
                books.finance,
                "/contracts/" + contract + "/plan/versions",
                Map.of(
                        "reason",
                        "the rest in spring",
                        "lines",
                        List.of(
                                Map.of("lineId", line, "amount", json(cny("200.00"))),
                                Map.of(
                                        "lineId",
                                        line,
                                        "amount",
                                        json(cny("400.00")),
                                        "dueOn",
                                        books.today.plusDays(70).toString()))));
    }

    private Asked ofProposedPlan(String decision) {
        books.organisation
                .admin()
                .asks()
                .body(Map.of("days", 30))
                .put("/replan-limit")
                .then()
                .statusCode(200);
        var replan = replan();
        replan.taken().then().statusCode(201);
        return new Asked(books.approver, replan.path() + "/2/" + decision, Map.of("note", "seen the letter"));
    }

    private String writeOff() {
        return proposed("/write-offs", Map.of("allocations", List.of(Adjusting.share(older, "60.00"))));
    }

    private String creditNote() {
        return proposed(
                "/credit-notes",
                Map.of("amount", json(cny("70.00")), "allocations", List.of(Adjusting.share(older, "60.00"))));
    }

    private String proposed(String place, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("customerId", books.customer, "reason", "as agreed"));
        body.putAll(more);
        return place + "/" + books.finance.creates(place, body);
    }

    private String approved(String adjustment) {
        approval(adjustment).taken().then().statusCode(201);
        return adjustment;
    }

    private Asked approval(String adjustment) {
        return new Asked(books.approver, adjustment + "/approval", Map.of());
    }

    private Asked refusal(String adjustment) {
        return new Asked(books.approver, adjustment + "/refusal", REASON);
    }

    private Asked reversal(String adjustment) {
        return new Asked(books.finance, adjustment + "/reversal", REASON);
    }

    private static String effects(Response shown) {
        var at = shown.jsonPath();
        var effects = new ArrayList<String>();
        for (int i = 0; i < at.getInt("receivables.size()"); i++) {
            var receivable = "receivables[" + i + "].";
            var before = at.getString(receivable + "openBefore.amount");
            effects.add(at.getString(receivable + "number") + " " + (before == null ? "none" : before) + " "
                    + at.getString(receivable + "openAfter.amount"));
        }
        return String.join(", ", effects);
    }

    /** All that is kept of the organisation, notices, audit and idempotency keys included: of each table its rows' number and digest. */
    private Map<String, String> tables() throws SQLException {
        var digests = new TreeMap<String, String>();
        try (var connection = TestDatabase.superuser();
                var named = connection.createStatement();
                var tables = named.executeQuery("""
                    select t.table_name from information_schema.tables t
                    join information_schema.columns c using (table_schema, table_name)
                    where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name = 'organisation_id'
                      and t.table_name not in ('session', 'refresh_token')""")) {
            while (tables.next()) {
                var table = tables.getString(1);
                try (var digest = connection.prepareStatement(
                        "select count(*) || ' ' || coalesce(sum(hashtextextended(cast(x as text), 0)), 0) from \""
                                + table + "\" x where organisation_id = ?")) {
                    digest.setObject(1, books.organisation.id());
                    try (var row = digest.executeQuery()) {
                        assertThat(row.next()).isTrue();
                        digests.put(table, row.getString(1));
                    }
                }
            }
        }
        assertThat(digests).containsKeys("allocation", "audit_event", "notice", "idempotency_key", "plan_version");
        return digests;
    }
}
