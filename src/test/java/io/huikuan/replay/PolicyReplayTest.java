package io.huikuan.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2 March 2026 is a Monday. */
@QuarkusTest
class PolicyReplayTest {
    private static final String PLACE = "/reminder-policy-replays";
    private static final LocalDate DUE = LocalDate.of(2026, 3, 2);

    @Inject
    DataSource database;

    private Organisation organisation;
    private Organisation.Team east;
    private Person admin;
    private Person finance;
    private Person wang;
    private UUID customer;

    @BeforeEach
    void aTeamWithACustomer() {
        organisation = Given.anOrganisation();
        east = organisation.team("East", null);
        admin = organisation.admin();
        finance = organisation.finance();
        wang = east.salesperson("wang");
        customer = Given.aCustomerOf(wang);
    }

    @Test
    void theSamePolicyChangesNothing() {
        bill(customer, "R-1");
        bill(customer, "R-2");

        var replay = replay(Map.of("ladder", ladder(standard())));

        // Each of both: −7, −3, 0, four times +1, +7, +15, +30 to wang, −3 and +15 to finance, +7, +15, +30 to the
        // manager.
        assertThat(replay.getInt("difference.kept")).isEqualTo(2 * (10 + 2 + 3));
        assertThat(replay.getInt("difference.added")).isZero();
        assertThat(replay.getInt("difference.removed")).isZero();
        assertThat(replay.getInt("difference.moved")).isZero();
        assertThat(replay.getLong("looked")).isEqualTo(2).isEqualTo(replay.getLong("total"));
    }

    @Test
    void tellsWhoWouldBeToldMoreOrLessAboutWhom() {
        var paid = bill(customer, "R-1");
        finance.posts(
                        "/payments",
                        Map.of(
                                "customerId",
                                customer,
                                "receivedOn",
                                DUE.plusDays(4).toString(),
                                "amount",
                                Given.json(Given.cny("100.00")),
                                "method",
                                "CASH",
                                "allocations",
                                List.of(Map.of("receivableId", paid, "amount", Given.json(Given.cny("100.00"))))))
                .then()
                .statusCode(201);
        var other = Given.aCustomerOf(wang);
        bill(other, "R-2");
        var quiet = List.of(step(1, 0, "OWNER"), step(20, 0, "OWNER", "MANAGER"));

        var replay = replay(Map.of("ladder", ladder(quiet)));

        // wang: −7, −3, 0 and three times +1 of R-1; of R-2 all ten. From now on +1 of both, and +20 of R-2, a Sunday,
        // hence the 23rd.
        // finance: −3 of both and +15 of R-2. The manager: +7, +15, +30 of R-2; from now on +20.
        var people = lines(replay, "people");
        assertThat(people.get("wang")).isEqualTo(counts(2, 0, 6 - 1 + 10 - 2, 1));
        assertThat(people.get("zhao")).isEqualTo(counts(0, 0, 3, 0));
        assertThat(people.get(east.manager().username())).isEqualTo(counts(0, 0, 2, 1));
        assertThat(lines(replay, "customers")).hasSize(2);
        assertThat(replay.getInt("difference.removed")).isEqualTo(13 + 3 + 2);
        // Nobody was told anything, but of the payment.
        assertThat(wang.gets("/notifications").jsonPath().<String>getList("items.kind"))
                .containsExactly("PAYMENT_CONFIRMED");
    }

    @Test
    void countsWhatWasPromisedAndBroken() throws SQLException {
        var receivable = bill(customer, "R-1");
        broken(receivable, DUE.plusDays(2), DUE.plusDays(3));

        var replay = replay(Map.of("ladder", ladder(standard())));

        // wang: −7, −3, 0, +1 on Tuesday, nothing for two days, on Friday +7 for the broken promise, +15, +30; finance:
        // −3 and +15; the manager:
        // +7, +15, +30.
        assertThat(replay.getInt("difference.kept")).isEqualTo(7 + 2 + 3);
        assertThat(replay.getInt("difference.added")).isZero();
        assertThat(replay.getInt("difference.removed")).isZero();
    }

    @Test
    void leavesAloneWhatItIsNotAbout() {
        bill(customer, "R-1");
        var other = Given.aCustomerOf(wang);
        bill(other, "R-2");
        var never = ladder(List.of(step(300, 0, "OWNER")));

        var replay = replay(Map.of("ladder", never, "scope", "CUSTOMER", "subjectId", customer));

        assertThat(replay.getInt("difference.kept")).isEqualTo(15);
        assertThat(replay.getInt("difference.removed")).isEqualTo(15);
        var policy = admin.creates("/reminder-policies", Map.of("name", "p", "ladder", ladder(standard())));
        assertThat(replay(Map.of("policyId", policy)).getInt("difference.kept")).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01, 2026-04-01, ORGANISATION,   /from",
        "2026-04-02, 2026-04-01, ORGANISATION,   /from",
        "2026-02-01, 2099-01-01, ORGANISATION,   /to",
        "2026-02-01, 2026-04-01, CUSTOMER,       /subjectId",
        "2026-02-01, 2026-04-01, CUSTOMER_CLASS, /customerClass",
    })
    void refusesWhatMakesNoSense(String from, String to, String scope, String pointer) {
        var body = Map.of("from", from, "to", to, "scope", scope, "ladder", ladder(standard()));
        assertThat(admin.posts(PLACE, body).then().statusCode(400).extract().<List<String>>path("errors.pointer"))
                .contains(pointer);
    }

    @Test
    void wantsAPolicyOrALadder() {
        var neither = Map.of("from", "2026-02-01", "scope", "ORGANISATION");
        assertThat(admin.posts(PLACE, neither).then().statusCode(400).extract().<String>path("errors[0].code"))
                .isEqualTo("policy-or-ladder");
        var twice = Map.of("steps", List.of(step(0, 0, "OWNER"), step(0, 0, "OWNER")));
        assertThat(admin.posts(PLACE, Map.of("from", "2026-02-01", "scope", "ORGANISATION", "ladder", twice))
                        .then()
                        .statusCode(400)
                        .extract()
                        .<String>path("errors[0].code"))
                .isEqualTo("step-same-day");
    }

    private UUID bill(UUID customerId, String number) {
        return Given.aReceivable(finance, customerId, number, "100.00", DUE);
    }

    /** A promise of all of it, of which nothing came: as it lies in the books long after. */
    private void broken(UUID receivable, LocalDate promisedOn, LocalDate heldUntil) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        with given as (
                            insert into promise (organisation_id, id, customer_id, owner_id, amount, currency, promised_on, due_on,
                                grace_working_days, held_until, promised_by, obtained_by, obtained_at, state, kept_amount, turns, version)
                            select organisation_id, uuidv7(), customer_id, owner_id, open_amount, currency, ?::date, ?::date, 0, ?::date,
                                'Ms Chen', owner_id, now(), 'BROKEN', 0, 1, 0
                            from receivable where id = ? returning *),
                        part as (
                            insert into promise_part (organisation_id, id, promise_id, receivable_id, amount)
                            select organisation_id, uuidv7(), id, ?, amount from given)
                        insert into hold (organisation_id, id, receivable_id, customer_id, kind, cause_id, amount, starts_on, ends_on, ended_at)
                        select organisation_id, uuidv7(), ?, customer_id, 'PROMISE', id, amount, promised_on, held_until, held_until + 1
                        from given""")) {
            statement.setObject(1, promisedOn);
            statement.setObject(2, heldUntil);
            statement.setObject(3, heldUntil);
            statement.setObject(4, receivable);
            statement.setObject(5, receivable);
            statement.setObject(6, receivable);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private JsonPath replay(Map<String, ?> wanted) {
        var body =
                new HashMap<String, Object>(Map.of("from", "2026-02-01", "to", "2026-04-30", "scope", "ORGANISATION"));
        body.putAll(wanted);
        var place = PLACE + "/"
                + admin.posts(PLACE, body).then().statusCode(202).extract().<String>path("id");
        for (int poll = 0; poll < 300; poll++) {
            var replay = admin.gets(place).jsonPath();
            if (replay.getString("state").equals("DONE")) {
                return replay;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("the replay has not come to its end within 30 seconds");
    }

    private Map<String, Map<String, Integer>> lines(JsonPath replay, String by) {
        var items = admin.gets(PLACE + "/" + replay.getString("id") + "/" + by)
                .jsonPath()
                .<Map<String, Object>>getList("items");
        var lines = new HashMap<String, Map<String, Integer>>();
        for (var item : items) {
            @SuppressWarnings("unchecked")
            var difference = (Map<String, Integer>) item.get("difference");
            lines.put((String) item.get("name"), difference);
        }
        return lines;
    }

    private static Map<String, Integer> counts(int kept, int added, int removed, int moved) {
        return Map.of("kept", kept, "added", added, "removed", removed, "moved", moved);
    }

    private static List<Map<String, Object>> standard() {
        return List.of(
                step(-7, 0, "OWNER"),
                step(-3, 0, "OWNER", "FINANCE"),
                step(0, 0, "OWNER"),
                step(1, 1, "OWNER"),
                step(7, 0, "OWNER", "MANAGER"),
                step(15, 0, "OWNER", "FINANCE", "MANAGER", "DIRECTOR"),
                step(30, 0, "OWNER", "MANAGER", "DIRECTOR"));
    }

    private static Map<String, Object> ladder(List<Map<String, Object>> steps) {
        return Map.of("steps", steps);
    }

    private static Map<String, Object> step(int offsetDays, int repeat, String... audience) {
        return Map.of("offsetDays", offsetDays, "repeatEveryWorkingDays", repeat, "audience", List.of(audience));
    }
}
