package io.huikuan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.platform.OrganisationScope;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

/** The 10th of February 2099 is a Tuesday; Shanghai works from 01:00 to 10:00 UTC. */
@QuarkusTest
class FollowUpTellingTest {
    @Inject
    FollowUpTelling telling;

    @Inject
    OrganisationScope scope;

    private Organisation organisation;
    private Organisation.Team east;
    private Person wang;
    private UUID customer;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        east = organisation.team("East", null);
        wang = east.salesperson("wang");
        customer = Given.aCustomerOf(wang);
    }

    @Test
    void tellsAgainUntilSomebodyAcknowledges() {
        var task = planned(Map.of("nagMinutes", 30));

        assertThat(tells("2099-02-10T06:29:59Z")).isZero();
        assertThat(tells("2099-02-10T06:30:00Z")).isEqualTo(1);
        assertThat(tells("2099-02-10T06:30:30Z")).isZero();
        assertThat(tells("2099-02-10T07:00:00Z")).isEqualTo(1);
        assertThat(unseen(wang)).as("one entry, the last").isEqualTo(1);
        assertThat(wang.gets("/notifications").<String>path("items[0].kind")).isEqualTo("TASK_DUE");
        assertThat(wang.gets("/notifications").<String>path("items[0].followUpId"))
                .isEqualTo(task.toString());
        assertThat(wang.gets("/notifications").<String>path("items[0].title")).contains("Call the accountant");

        wang.posts("/follow-ups/" + task + "/acknowledgement", Map.of()).then().statusCode(200);

        assertThat(tells("2099-02-10T09:00:00Z")).isZero();
        assertThat(unseen(wang)).isZero();
    }

    @Test
    void takesAnAcknowledgedNoticeForTheTasks() {
        var task = planned(Map.of("nagMinutes", 30));
        tells("2099-02-10T06:30:00Z");
        var notice = wang.gets("/notifications").<String>path("items[0].id");

        wang.posts("/notifications/" + notice + "/acknowledgement", Map.of())
                .then()
                .statusCode(204);

        assertThat(tells("2099-02-10T07:00:00Z")).isZero();
        assertThat(wang.gets("/follow-ups/" + task).<String>path("acknowledgedAt"))
                .isNotNull();
        assertThat(wang.gets("/follow-ups/" + task).<String>path("status")).isEqualTo("OPEN");
    }

    @Test
    void countsWorkingTimeBetweenTwoTellings() {
        planned(Map.of("dueTime", "17:45", "nagMinutes", 30));

        assertThat(tells("2099-02-10T09:45:00Z")).isEqualTo(1);
        assertThat(tells("2099-02-10T10:30:00Z")).as("after work").isZero();
        assertThat(tells("2099-02-11T01:14:59Z")).isZero();
        assertThat(tells("2099-02-11T01:15:00Z")).isEqualTo(1);
    }

    @Test
    void tellsNobodyAfterWork() {
        var task = planned(Map.of());

        tells("2099-02-10T11:00:00Z");

        assertThat(unseen(wang)).isZero();
        assertThat(wang.gets("/follow-ups/" + task).<String>path("nextNagAt")).isEqualTo("2099-02-11T01:00:00Z");
        tells("2099-02-11T01:00:00Z");
        assertThat(unseen(wang)).isEqualTo(1);
    }

    @Test
    void tellsOnceWithoutNagging() {
        var task = planned(Map.of());

        assertThat(tells("2099-02-10T06:30:00Z")).isEqualTo(1);
        assertThat(tells("2099-02-12T06:30:00Z")).isZero();

        wang.posts("/follow-ups/" + task + "/completion", Map.of("outcome", "REACHED"))
                .then()
                .statusCode(200);
        assertThat(unseen(wang)).as("of what is done").isZero();
    }

    @Test
    void tellsOnceHoweverManyReplicasTick() throws Exception {
        for (int i = 0; i < 20; i++) {
            planned(Map.of("nagMinutes", 30));
        }
        Callable<Integer> tick = () -> tells("2099-02-10T06:30:00Z");

        try (var replicas = Executors.newFixedThreadPool(4)) {
            var told = replicas.invokeAll(Collections.nCopies(8, tick)).stream()
                    .map(Future::resultNow)
                    .mapToInt(Integer::intValue)
                    .sum();
            assertThat(told).isEqualTo(20);
        }
        assertThat(unseen(wang)).isEqualTo(20);
        assertThat(wang.gets("/notifications?limit=200").<List<String>>path("items.id"))
                .hasSize(20);
    }

    @Test
    void tellsTheAssigneeOfASomebodyElsesCustomer() {
        var chen = east.salesperson("chen");
        var wanted = body(Map.of("assigneeId", chen.id()));
        east.manager().creates("/follow-ups", wanted);

        tells("2099-02-10T06:30:00Z");

        assertThat(unseen(chen)).isEqualTo(1);
        assertThat(unseen(wang)).isZero();
    }

    private int tells(String moment) {
        var now = Instant.parse(moment);
        var today = LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai"));
        return scope.within(organisation.id(), () -> telling.tellDue(organisation.id(), today, now));
    }

    private static int unseen(Person person) {
        return person.gets("/notifications/counts").path("unseen");
    }

    private UUID planned(Map<String, Object> more) {
        return wang.creates("/follow-ups", body(more));
    }

    private Map<String, Object> body(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "customerId", customer, "subject", "Call the accountant", "dueOn", "2099-02-10", "dueTime", "14:30"));
        body.putAll(more);
        return body;
    }
}
