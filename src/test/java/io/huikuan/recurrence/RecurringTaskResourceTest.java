package io.huikuan.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.platform.OrganisationScope;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RecurringTaskResourceTest {
    private static final LocalDate TUESDAY = LocalDate.of(2099, 2, 10);
    private static final Instant NOW = Instant.parse("2099-02-10T02:00:00Z");

    @Inject
    RecurringTaskMaking making;

    @Inject
    OrganisationScope scope;

    private Organisation organisation;
    private Organisation.Team east;
    private Person wang;
    private Person chen;
    private UUID customer;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        east = organisation.team("East", null);
        wang = east.salesperson("wang");
        chen = east.salesperson("chen");
        customer = Given.aCustomerOf(wang);
    }

    @Test
    void becomesATaskOnEachOfItsDays() {
        arranged(wang, Map.of("dueTime", "14:30", "nagMinutes", 30, "priority", "HIGH"));

        assertThat(makes(TUESDAY.minusDays(1))).isZero();
        assertThat(makes(TUESDAY)).isEqualTo(1);
        assertThat(makes(TUESDAY.plusDays(13))).isZero();
        assertThat(makes(TUESDAY.plusDays(14))).isEqualTo(1);

        var tasks = wang.gets("/follow-ups").jsonPath();
        assertThat(tasks.getList("items.dueOn")).containsExactly("2099-02-10", "2099-02-24");
        assertThat(tasks.getString("items[0].subject")).isEqualTo("Visit");
        assertThat(tasks.getString("items[0].origin")).isEqualTo("RECURRENCE");
        assertThat(tasks.getString("items[0].dueTime")).isEqualTo("14:30");
        assertThat(tasks.getString("items[0].nextNagAt")).isEqualTo("2099-02-10T06:30:00Z");
        assertThat(tasks.getInt("items[0].nagMinutes")).isEqualTo(30);
        assertThat(tasks.getString("items[0].priority")).isEqualTo("HIGH");
    }

    @Test
    void becomesOneTaskHoweverManyReplicasTick() throws Exception {
        for (int i = 0; i < 20; i++) {
            arranged(wang, Map.of());
        }
        Callable<Integer> tick = () -> makes(TUESDAY);

        try (var replicas = Executors.newFixedThreadPool(4)) {
            var made = replicas.invokeAll(Collections.nCopies(8, tick)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(made).as("looked at by somebody").anyMatch(looked -> looked > 0);
        }

        assertThat(tasks(wang)).hasSize(20);
    }

    @Test
    void staysMadeWhenItIsDone() {
        var id = arranged(wang, Map.of("rule", "FREQ=DAILY;COUNT=1"));
        makes(TUESDAY);
        var task = tasks(wang).getFirst();
        wang.posts("/follow-ups/" + task + "/completion", Map.of("outcome", "REACHED"))
                .then()
                .statusCode(200);

        assertThat(makes(TUESDAY.plusDays(1))).isZero();
        assertThat(tasks(wang)).containsExactly(task);
        assertThat(view(id).upcoming()).isEmpty();
        assertThat(wang.posts("/recurring-tasks/" + id + "/end", Map.of()).statusCode())
                .isEqualTo(409);
    }

    @Test
    void makesTheLastOfThoseThatWereMissed() {
        arranged(wang, Map.of("rule", "FREQ=DAILY"));

        assertThat(makes(TUESDAY.plusDays(2))).isEqualTo(1);

        assertThat(wang.gets("/follow-ups").<List<String>>path("items.dueOn")).containsExactly("2099-02-12");
        assertThat(makes(TUESDAY.plusDays(2))).isZero();
    }

    @Test
    void isDueOnTheNextWorkingDayAndComesAhead() {
        // The 28th of February 2099 is a Saturday.
        arranged(wang, Map.of("rule", "FREQ=MONTHLY;BYMONTHDAY=-1", "aheadDays", 5));

        assertThat(makes(LocalDate.of(2099, 2, 22))).isZero();
        assertThat(makes(LocalDate.of(2099, 2, 23))).isEqualTo(1);
        assertThat(wang.gets("/follow-ups").<List<String>>path("items.dueOn")).containsExactly("2099-03-02");
    }

    @Test
    void leavesOutWhatFallsIntoAPause() {
        var id = arranged(wang, Map.of());
        var paused = wang.posts("/recurring-tasks/" + id + "/pause", Map.of("through", "2099-02-24"));

        assertThat(paused.<String>path("pausedThrough")).isEqualTo("2099-02-24");
        assertThat(view(id).upcoming().getFirst()).isEqualTo(LocalDate.of(2099, 3, 10));
        makes(TUESDAY);
        makes(TUESDAY.plusDays(14));
        assertThat(tasks(wang)).isEmpty();
        makes(TUESDAY.plusDays(28));
        assertThat(tasks(wang)).hasSize(1);
    }

    @Test
    void goesOnWhenAPauseIsEnded() {
        var id = arranged(wang, Map.of());
        wang.posts("/recurring-tasks/" + id + "/pause", Map.of("through", "2099-12-31"))
                .then()
                .statusCode(200);

        var resumed = wang.posts("/recurring-tasks/" + id + "/resumption", Map.of());

        assertThat(resumed.statusCode()).isEqualTo(200);
        assertThat(resumed.<String>path("pausedThrough")).isNull();
        makes(TUESDAY);
        assertThat(tasks(wang)).hasSize(1);
    }

    @Test
    void comesNoMoreOnceItIsEnded() {
        var id = arranged(wang, Map.of());

        assertThat(wang.posts("/recurring-tasks/" + id + "/end", Map.of()).statusCode())
                .isEqualTo(200);

        assertThat(makes(TUESDAY)).isZero();
        assertThat(view(id).endedAt()).isNotNull();
        var again = wang.posts("/recurring-tasks/" + id + "/end", Map.of());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("code")).isEqualTo("recurring-task-ended");
    }

    @Test
    void isForWhoeverOwnsTheCustomerThen() {
        arranged(wang, Map.of());
        var assigned = new HashMap<String, Object>(Map.of("assigneeId", wang.id()));
        arranged(wang, assigned);
        east.manager()
                .patches("/customers/" + customer, Map.of("ownerId", chen.id()))
                .then()
                .statusCode(200);
        organisation
                .admin()
                .patches("/users/" + wang.id(), Map.of("active", false))
                .then()
                .statusCode(200);

        makes(TUESDAY);

        assertThat(chen.gets("/follow-ups").<List<String>>path("items.assigneeId"))
                .containsExactly(chen.id().toString(), chen.id().toString());
    }

    @Test
    void isTheOwnersTheAssigneesAndTheirManagersToSee() {
        var id = arranged(east.manager(), Map.of("assigneeId", chen.id()));
        var other = east.salesperson("sun");

        for (var person : List.of(wang, chen, east.manager(), organisation.finance())) {
            assertThat(person.gets("/recurring-tasks/" + id).statusCode())
                    .as(person.username())
                    .isEqualTo(200);
        }
        assertThat(other.gets("/recurring-tasks/" + id).statusCode()).isEqualTo(404);
        assertThat(other.posts("/recurring-tasks/" + id + "/end", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(wang.gets("/recurring-tasks?customerId=" + customer).<List<String>>path("items.id"))
                .containsExactly(id.toString());
        assertThat(wang.gets("/recurring-tasks?customerId=" + UUID.randomUUID()).<List<String>>path("items.id"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rule, every Tuesday, /rule",
        "rule, FREQ=HOURLY, /rule",
        "rule, FREQ=DAILY;UNTIL=20990101, /rule",
        "dueTime, 25:00, /dueTime",
        "nagMinutes, 30, /dueTime",
        "nagMinutes, 1, /nagMinutes",
        "aheadDays, 61, /aheadDays",
        "subject, ' ', /subject"
    })
    void refusesWhatMakesNoSense(String field, String value, String pointer) {
        var body = body(Map.of());
        body.put(field, field.equals("nagMinutes") || field.equals("aheadDays") ? Integer.valueOf(value) : value);

        var refused = wang.posts("/recurring-tasks", body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo(pointer);
    }

    private int makes(LocalDate today) {
        return scope.within(organisation.id(), () -> making.make(organisation.id(), today, NOW));
    }

    private UUID arranged(Person person, Map<String, Object> more) {
        return person.creates("/recurring-tasks", body(more));
    }

    /** Every other Tuesday. */
    private Map<String, Object> body(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "customerId",
                customer,
                "subject",
                "Visit",
                "rule",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
                "startsOn",
                TUESDAY.toString()));
        body.putAll(more);
        return body;
    }

    private RecurringTaskView view(UUID id) {
        return Answers.as(RecurringTaskView.class, wang.gets("/recurring-tasks/" + id));
    }

    private static List<UUID> tasks(Person person) {
        return person.gets("/follow-ups?limit=200").jsonPath().getList("items.id", UUID.class);
    }
}
