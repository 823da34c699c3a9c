package io.huikuan.receivable;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.Money;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
class ReceivableResourceTest {
    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));

    @Inject
    ReceivableLooks looks;

    @Inject
    ReceivableQueries queries;

    @Inject
    DataSource database;

    private Organisation organisation;
    private Person wang;
    private Person finance;
    private UUID customer;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        wang = organisation.salesperson("wang");
        finance = organisation.finance();
        customer = Given.aCustomerOf(wang, "C-1");
    }

    @Test
    void tellsTheOwnerWhatIsOverdueAndByHowMuch() {
        var id = owing("A-1", "1234.50", today.minusDays(12));

        var receivable = read(wang, id);

        assertThat(receivable)
                .isEqualTo(new ReceivableView(
                        id,
                        customer,
                        "Customer C-1",
                        wang.id(),
                        "A-1",
                        today.minusDays(42),
                        today.minusDays(12),
                        today.minusDays(12),
                        cny("1234.50"),
                        cny("1234.50"),
                        cny("0.00"),
                        cny("0.00"),
                        cny("0.00"),
                        cny("0.00"),
                        cny("0.00"),
                        cny("0.00"),
                        cny("0.00"),
                        null,
                        ReceivableView.Status.OPEN,
                        true,
                        12,
                        null,
                        null,
                        today.minusDays(42),
                        null,
                        null,
                        null,
                        0));
    }

    @Test
    void isNotOverdueOnTheDueDateItself() {
        var receivable = read(finance, owing("A-1", "1.00", today));

        assertThat(receivable.overdue()).isFalse();
        assertThat(receivable.daysPastDue()).isZero();
    }

    @Test
    void filtersByWhatIsOpen() {
        var early = owing("A-1", "10.00", today.minusDays(20));
        var partly = owing("A-2", "30.00", today.minusDays(10));
        var later = owing("A-3", "50.00", today.plusDays(10));
        Given.aPayment(finance, customer, "25.00", today);

        assertThat(listed("?status=PAID")).containsExactly(early);
        assertThat(listed("?status=OPEN")).containsExactly(partly, later);
        assertThat(listed("?status=PARTLY_PAID")).containsExactly(partly);
        assertThat(listed("?status=OVERDUE")).containsExactly(partly);
        assertThat(listed("?status=OVERDUE&dueTo=" + today.minusDays(11))).isEmpty();
        assertThat(listed("?status=WRITTEN_OFF")).isEmpty();
        assertThat(listed("?minOpen=15.01")).containsExactly(later);
        assertThat(listed("?minOpen=15.00&status=OPEN")).containsExactly(partly, later);
        assertThat(listed("?dueFrom=" + today.minusDays(10) + "&dueTo=" + today.plusDays(9)))
                .containsExactly(partly);
        assertThat(listed("?ownerId=" + wang.id())).containsExactly(early, partly, later);
        assertThat(listed("?ownerId=" + finance.id())).isEmpty();
        assertThat(listed("?customerId=" + Given.aCustomerOf(wang))).isEmpty();
    }

    @Test
    void pagesThroughReceivablesOfOneDueDate() {
        var all = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            all.add(owing("A-" + i, "1.00", today));
        }
        var seen = new ArrayList<UUID>();
        String cursor = null;
        do {
            var page = wang.gets("/receivables?status=OPEN&limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
                    .jsonPath();
            seen.addAll(page.getList("items.id", UUID.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).containsExactlyElementsOf(all);
    }

    @Test
    void leavesWritingToFinanceAndReadingToTheOwner() {
        var id = owing("A-1", "1.00", today);
        var chen = organisation.salesperson("chen");

        assertThat(chen.gets("/receivables/" + id).statusCode()).isEqualTo(404);
        assertThat(chen.gets("/receivables").<List<?>>path("items")).isEmpty();
        assertThat(wang.posts("/receivables", body("A-2", Map.of())).statusCode())
                .isEqualTo(403);
        assertThat(wang.patches("/receivables/" + id, Map.of("note", "x")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void goesWithItsCustomerToTheNewOwner() {
        var id = owing("A-1", "1.00", today.plusDays(60));
        var chen = organisation.salesperson("chen");

        organisation
                .admin()
                .patches("/customers/" + customer, Map.of("ownerId", chen.id()))
                .then()
                .statusCode(200);

        assertThat(wang.gets("/receivables/" + id).statusCode()).isEqualTo(404);
        assertThat(read(chen, id).ownerId()).isEqualTo(chen.id());
        assertThat(read(chen, id).nextLookOn()).isEqualTo(today);
    }

    @Test
    void namesAReceivableByCustomerNumberAndDueDate() {
        owing("A-1", "1.00", today);

        assertThat(finance.posts("/receivables", body("A-1", Map.of())).statusCode())
                .isEqualTo(409);
        assertThat(finance.posts(
                                "/receivables",
                                body("A-1", Map.of("dueOn", today.plusDays(1).toString())))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void billsOnceHoweverOftenTheRequestComes() {
        var first = finance.asks()
                .header("Idempotency-Key", "k")
                .body(body("A-1", Map.of()))
                .post("/receivables");
        var retry = finance.asks()
                .header("Idempotency-Key", "k")
                .body(body("A-1", Map.of()))
                .post("/receivables");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(retry.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(Answers.as(ReceivableView.class, retry)).isEqualTo(Answers.as(ReceivableView.class, first));
    }

    @Test
    void saysWhatIsWrongWithAReceivable() {
        assertFault(Map.of("amount", json(cny("0.00"))), "/amount/amount", "must-be-positive");
        assertFault(Map.of("dueOn", today.minusDays(31).toString()), "/dueOn", "due-before-issue");
        assertFault(Map.of("issuedOn", "0013-01-05"), "/issuedOn", "date-implausible");
        assertFault(Map.of("number", " "), "/number", "required");
        assertFault(Map.of("contractId", UUID.randomUUID()), "/contractId", "document-unknown");
        assertThat(finance.posts("/receivables", body("A-1", Map.of("customerId", UUID.randomUUID())))
                        .statusCode())
                .isEqualTo(404);
        assertThat(listed("")).isEmpty();
    }

    @Test
    void reschedulesAndTakesANote() {
        var id = owing("A-1", "1.00", today.plusDays(10));

        var changed = Answers.as(
                ReceivableView.class,
                finance.patches(
                        "/receivables/" + id, Map.of("dueOn", today.plusDays(40).toString(), "note", "agreed")));

        assertThat(changed.dueOn()).isEqualTo(today.plusDays(40));
        assertThat(changed.note()).isEqualTo("agreed");
        assertThat(changed.version()).isEqualTo(1);
        assertThat(finance.patches(
                                "/receivables/" + id,
                                Map.of("dueOn", today.minusDays(21).toString()))
                        .<String>path("errors[0].code"))
                .isEqualTo("due-before-issue");
    }

    @Test
    void keepsTheNameThatItWasBilledUnder() {
        var putOff = owing("A-1", "1.00", today.plusDays(10));
        owing("A-1", "1.00", today.plusDays(50));

        var changed = reschedule(putOff, today.plusDays(50));

        assertThat(changed.dueOn()).isEqualTo(today.plusDays(50));
        assertThat(finance.posts(
                                "/receivables",
                                body("A-1", Map.of("dueOn", today.plusDays(10).toString())))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void looksAgainTodayWhateverWasPlannedForLater() {
        var later = owing("A-1", "1.00", today.plusDays(10));
        var overdue = owing("A-3", "1.00", today.plusDays(10));
        var paid = owing("A-4", "1.00", today.minusDays(10));
        look(later, today.plusDays(30));
        look(overdue, today.minusDays(3));
        Given.aPayment(finance, customer, "1.00", today);

        assertThat(reschedule(later, today.plusDays(40)).nextLookOn()).isEqualTo(today);
        assertThat(reschedule(overdue, today.plusDays(40)).nextLookOn()).isEqualTo(today.minusDays(3));
        assertThat(reschedule(paid, today.plusDays(40)).nextLookOn()).isNull();
    }

    @Test
    @Timeout(60)
    void looksAgainTodayThoughARunPlansTheNextLookAtThatMoment() throws Exception {
        var id = owing("A-1", "1.00", today.plusDays(10));
        try (var hand = Executors.newSingleThreadExecutor()) {
            QuarkusTransaction.begin();
            queries.lock(organisation.id(), id);
            looks.schedule(organisation.id(), new UUID[] {id}, new LocalDate[] {today.plusDays(30)});
            var rescheduling = hand.submit(() -> reschedule(id, today.plusDays(40)));
            while (!somebodyWaitsForMe()) {
                Thread.sleep(20);
            }
            QuarkusTransaction.commit();

            assertThat(rescheduling.get().nextLookOn()).isEqualTo(today);
        }
    }

    @Test
    void refusesAChangeThatWasOvertakenByAPayment() {
        var id = owing("A-1", "100.00", today);
        var etag = finance.gets("/receivables/" + id).header("ETag");
        Given.aPayment(finance, customer, "1.00", today);

        var stale = finance.asks()
                .header("If-Match", etag)
                .body(Map.of("note", "x"))
                .patch("/receivables/" + id);

        assertThat(stale.statusCode()).isEqualTo(412);
    }

    @Test
    void keepsCurrenciesApart() {
        var dollars = Given.aReceivable(finance, customer, "D-1", Money.of("10.00", "USD"), today, today);

        Given.aPayment(finance, customer, "10.00", today);

        assertThat(read(finance, dollars).open()).isEqualTo(Money.of("10.00", "USD"));
    }

    private ReceivableView reschedule(UUID id, LocalDate dueOn) {
        var answer = finance.patches("/receivables/" + id, Map.of("dueOn", dueOn.toString()));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Answers.as(ReceivableView.class, answer);
    }

    /** As a reminder run plans it. */
    private void look(UUID id, LocalDate nextLookOn) {
        looks.schedule(organisation.id(), new UUID[] {id}, new LocalDate[] {nextLookOn});
    }

    /** For a lock of the running transaction. */
    private boolean somebodyWaitsForMe() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select exists (
                            select from pg_locks
                            where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))""")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private UUID owing(String number, String amount, LocalDate dueOn) {
        return Given.aReceivable(finance, customer, number, amount, dueOn);
    }

    private static ReceivableView read(Person person, UUID id) {
        return Answers.as(ReceivableView.class, person.gets("/receivables/" + id));
    }

    private List<UUID> listed(String query) {
        return finance.gets("/receivables" + query).jsonPath().getList("items.id", UUID.class);
    }

    private void assertFault(Map<String, Object> wrong, String pointer, String code) {
        var refused = finance.posts("/receivables", body("A-1", wrong));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo(pointer);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo(code);
    }

    private Map<String, Object> body(String number, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "customerId", customer,
                "number", number,
                "issuedOn", today.minusDays(30).toString(),
                "dueOn", today.toString(),
                "amount", json(cny("1.00"))));
        body.putAll(more);
        return body;
    }
}
