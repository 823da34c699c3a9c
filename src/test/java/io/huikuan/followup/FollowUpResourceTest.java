package io.huikuan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FollowUpResourceTest {
    @Test
    void plansATaskForTheCaller() {
        var wang = Given.anOrganisation().salesperson("wang");
        var customer = Given.aCustomerOf(wang, "C-1");

        var task = wang.posts("/follow-ups", task(customer, "2026-11-22"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        assertThat(task.getString("assigneeId")).isEqualTo(wang.id().toString());
        assertThat(task.getString("customerName")).isEqualTo("Customer C-1");
        assertThat(task.getString("priority")).isEqualTo("NORMAL");
        assertThat(task.getString("origin")).isEqualTo("MANUAL");
        assertThat(task.getString("status")).isEqualTo("OPEN");
    }

    @Test
    void plansOnceHoweverOftenThePhoneAsks() {
        var wang = Given.anOrganisation().salesperson("wang");
        var wanted = task(Given.aCustomerOf(wang), "2026-11-22");

        var first = wang.asks().header("Idempotency-Key", "k-1").body(wanted).post("/follow-ups");
        var again = wang.asks().header("Idempotency-Key", "k-1").body(wanted).post("/follow-ups");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(idsSeenBy(wang, "", 50)).hasSize(1);
    }

    @Test
    void refusesASecondTaskOfTheSameId() {
        var wang = Given.anOrganisation().salesperson("wang");
        var wanted = task(Given.aCustomerOf(wang), "2026-11-22");
        wanted.put("id", UUID.randomUUID());
        wang.creates("/follow-ups", wanted);

        var refused = wang.posts("/follow-ups", wanted);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/id");
    }

    @Test
    void letsManagersAssignToTheirPeopleOnly() {
        var organisation = Given.anOrganisation();
        var east = organisation.team("East", null);
        var people = east.salespeople("wang", "chen");
        var stranger = organisation.team("West", null).salesperson("sun");
        var customer = Given.aCustomerOf(people.get(0));

        var forChen = task(customer, "2026-11-22");
        forChen.put("assigneeId", people.get(1).id());
        var forSun = task(customer, "2026-11-22");
        forSun.put("assigneeId", stranger.id());

        assertThat(people.get(0).posts("/follow-ups", forChen).<String>path("errors[0].pointer"))
                .isEqualTo("/assigneeId");
        assertThat(east.manager().posts("/follow-ups", forSun).statusCode()).isEqualTo(400);
        assertThat(east.manager().posts("/follow-ups", forChen).statusCode()).isEqualTo(201);
    }

    @Test
    void showsATaskToItsAssigneeToTheOwnerAndToTheirManagers() {
        var organisation = Given.anOrganisation();
        var east = organisation.team("East", null);
        var people = east.salespeople("wang", "chen");
        var other = east.salesperson("sun");
        var wanted = task(Given.aCustomerOf(people.get(0)), "2026-11-22");
        wanted.put("assigneeId", people.get(1).id());
        var id = east.manager().creates("/follow-ups", wanted);

        for (var person :
                List.of(people.get(0), people.get(1), east.manager(), organisation.finance(), organisation.admin())) {
            assertThat(idsSeenBy(person, "", 50)).as(person.username()).containsExactly(id);
            assertThat(person.gets("/follow-ups/" + id).statusCode())
                    .as(person.username())
                    .isEqualTo(200);
        }
        assertThat(idsSeenBy(other, "", 50)).isEmpty();
        assertThat(other.gets("/follow-ups/" + id).statusCode()).isEqualTo(404);
        assertThat(other.patches("/follow-ups/" + id, Map.of("note", "x")).statusCode())
                .isEqualTo(404);
        assertThat(other.posts("/follow-ups/" + id + "/completion", Map.of("outcome", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void letsFinanceAndAdminsReadOnly() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        var customer = Given.aCustomerOf(wang);
        var id = wang.creates("/follow-ups", task(customer, "2026-11-22"));

        for (var person : List.of(organisation.finance(), organisation.admin())) {
            assertThat(person.posts("/follow-ups", task(customer, "2026-11-22")).statusCode())
                    .isEqualTo(403);
            assertThat(person.patches("/follow-ups/" + id, Map.of("note", "x")).statusCode())
                    .isEqualTo(403);
            assertThat(person.posts("/follow-ups/" + id + "/completion", Map.of("outcome", "x"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void filtersAndPagesByDueDate() {
        var wang = Given.anOrganisation().salesperson("wang");
        var one = Given.aCustomerOf(wang);
        var two = Given.aCustomerOf(wang);
        var late = wang.creates("/follow-ups", task(one, "2026-11-24"));
        var early = wang.creates("/follow-ups", task(one, "2026-11-22"));
        var sameDay = wang.creates("/follow-ups", task(two, "2026-11-22"));
        wang.posts("/follow-ups/" + early + "/completion", Map.of("outcome", "REACHED"));

        assertThat(idsSeenBy(wang, "", 1)).containsExactly(early, sameDay, late);
        assertThat(idsSeenBy(wang, "status=OPEN", 1)).containsExactly(sameDay, late);
        assertThat(idsSeenBy(wang, "status=DONE", 1)).containsExactly(early);
        assertThat(idsSeenBy(wang, "dueTo=2026-11-22", 1)).containsExactly(early, sameDay);
        assertThat(idsSeenBy(wang, "customerId=" + two, 1)).containsExactly(sameDay);
        assertThat(idsSeenBy(wang, "assigneeId=" + UUID.randomUUID(), 1)).isEmpty();
    }

    @Test
    void isDoneOnceWithAnOutcome() {
        var wang = Given.anOrganisation().salesperson("wang");
        var id = wang.creates("/follow-ups", task(Given.aCustomerOf(wang), "2026-11-22"));
        var completion = Map.of("outcome", "REACHED", "note", "pays on Friday");

        var done = wang.posts("/follow-ups/" + id + "/completion", completion);
        var again = wang.posts("/follow-ups/" + id + "/completion", completion);

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.<String>path("status")).isEqualTo("DONE");
        assertThat(done.<String>path("outcomeNote")).isEqualTo("pays on Friday");
        assertThat(done.<String>path("completedBy")).isEqualTo(wang.id().toString());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("code")).isEqualTo("follow-up-done");
        assertThat(wang.patches("/follow-ups/" + id, Map.of("note", "x")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void changesWhatIsNamedAndRefusesAStaleChange() {
        var wang = Given.anOrganisation().salesperson("wang");
        var id = wang.creates("/follow-ups", task(Given.aCustomerOf(wang), "2026-11-22"));
        var etag = wang.gets("/follow-ups/" + id).header("ETag");

        var changed = wang.patches("/follow-ups/" + id, Map.of("dueOn", "2026-11-30", "priority", "HIGH"));
        var stale = wang.asks()
                .header("If-Match", etag)
                .body(Map.of("dueOn", "2026-12-01"))
                .patch("/follow-ups/" + id);

        assertThat(changed.<String>path("dueOn")).isEqualTo("2026-11-30");
        assertThat(changed.<String>path("priority")).isEqualTo("HIGH");
        assertThat(changed.<String>path("subject")).isEqualTo("Call");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.<String>path("errors[0].message")).contains("2026-11-30");
    }

    @Test
    void goesToTheNewOwnerWithTheCustomer() {
        var east = Given.anOrganisation().team("East", null);
        var people = east.salespeople("wang", "chen");
        var customer = Given.aCustomerOf(people.get(0));
        var open = people.get(0).creates("/follow-ups", task(customer, "2026-11-22"));
        var done = people.get(0).creates("/follow-ups", task(customer, "2026-11-21"));
        people.get(0).posts("/follow-ups/" + done + "/completion", Map.of("outcome", "REACHED"));

        east.manager()
                .patches(
                        "/customers/" + customer,
                        Map.of("ownerId", people.get(1).id()))
                .then()
                .statusCode(200);

        assertThat(idsSeenBy(
                        people.get(1), "status=OPEN&assigneeId=" + people.get(1).id(), 50))
                .containsExactly(open);
        assertThat(idsSeenBy(people.get(1), "status=DONE", 50)).containsExactly(done);
        assertThat(idsSeenBy(people.get(0), "", 50))
                .as("of a customer of somebody else")
                .isEmpty();
    }

    private static Map<String, Object> task(UUID customerId, String dueOn) {
        return new HashMap<>(Map.of("customerId", customerId, "subject", "Call", "dueOn", dueOn));
    }

    private static List<UUID> idsSeenBy(Person person, String filter, int limit) {
        var ids = new ArrayList<UUID>();
        String cursor = null;
        do {
            var page = person.gets("/follow-ups?limit=" + limit + (filter.isEmpty() ? "" : "&" + filter)
                            + (cursor == null ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.getList("items.id", String.class).forEach(id -> ids.add(UUID.fromString(id)));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return ids;
    }
}
