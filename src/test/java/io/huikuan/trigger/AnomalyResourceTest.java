package io.huikuan.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.platform.OrganisationScope;
import io.huikuan.rules.BusinessCalendar;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnomalyResourceTest {
    private static final String LIST = "/anomalies/no-next-step";

    @Inject
    TriggerJob job;

    @Inject
    OrganisationScope scope;

    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
    private final LocalDate worked = BusinessCalendar.mondayToFriday().workingDayOnOrBefore(today);
    private Organisation organisation;
    private Organisation.Team east;
    private Person wang;
    private Person zhao;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        east = organisation.team("East", null);
        wang = east.salesperson("wang");
        zhao = organisation.finance();
    }

    @Test
    void listsWhatTheLadderIsDoneWithAndNobodyLooksAfter() {
        var customer = Given.aCustomerOf(wang);
        var last = Given.aReceivable(zhao, customer, "A-1", "100.00", worked.minusDays(40));
        Given.aReceivable(zhao, customer, "A-2", "100.00", worked.minusDays(10));
        assertThat(ids(wang)).as("the ladder is to come").isEmpty();

        reminds();
        assertThat(ids(wang)).as("the ladder's own task is to be done").isEmpty();

        finishesAll(wang);
        assertThat(ids(wang)).containsExactly(last);
        assertThat(ids(east.manager())).containsExactly(last);
        assertThat(ids(zhao)).containsExactly(last);
        assertThat(count(east.manager())).isEqualTo(1);
        assertThat(wang.gets(LIST).<Integer>path("items[0].daysPastDue")).isGreaterThanOrEqualTo(40);
        assertThat(wang.gets(LIST).<String>path("items[0].open.amount")).isEqualTo("100.00");
    }

    @Test
    void losesWhatGetsANextStepOrMoney() {
        var customer = Given.aCustomerOf(wang);
        var one = Given.aReceivable(zhao, customer, "A-1", "100.00", worked.minusDays(41));
        var two = Given.aReceivable(zhao, customer, "A-2", "100.00", worked.minusDays(40));
        reminds();
        finishesAll(wang);
        assertThat(ids(wang)).containsExactly(one, two);

        wang.creates(
                "/follow-ups",
                Map.of("customerId", customer, "receivableId", two, "subject", "Call", "dueOn", today.toString()));
        assertThat(ids(wang)).containsExactly(one);
        Given.aPayment(zhao, customer, "100.00", today);
        assertThat(ids(wang)).isEmpty();
        assertThat(count(wang)).isZero();
    }

    @Test
    void isTheTeamsToSeeAndPaged() {
        var sun = organisation.team("West", null).salesperson("sun");
        var customer = Given.aCustomerOf(wang);
        var one = Given.aReceivable(zhao, customer, "A-1", "100.00", worked.minusDays(41));
        var two = Given.aReceivable(zhao, customer, "A-2", "100.00", worked.minusDays(40));
        var other = Given.aReceivable(zhao, Given.aCustomerOf(sun), "A-3", "100.00", worked.minusDays(39));
        reminds();
        finishesAll(wang, sun);

        assertThat(ids(sun)).containsExactly(other);
        assertThat(ids(east.manager())).containsExactly(one, two);
        assertThat(count(zhao)).isEqualTo(3);
        assertThat(zhao.gets(LIST + "?ownerId=" + sun.id()).<List<String>>path("items.receivableId"))
                .containsExactly(other.toString());
        var first = zhao.gets(LIST + "?limit=2").jsonPath();
        assertThat(first.getList("items.receivableId")).containsExactly(one.toString(), two.toString());
        assertThat(zhao.gets(LIST + "?limit=2&cursor=" + first.getString("nextCursor"))
                        .<List<String>>path("items.receivableId"))
                .containsExactly(other.toString());
    }

    @Test
    void becomesATaskByItsTrigger() {
        var customer = Given.aCustomerOf(wang);
        var receivable = Given.aReceivable(zhao, customer, "A-1", "100.00", worked.minusDays(40));
        reminds();
        finishesAll(wang);

        int tasks = scope.within(organisation.id(), () -> job.run(organisation.id(), today));

        assertThat(tasks).isPositive();
        assertThat(wang.gets("/follow-ups?status=OPEN").<List<String>>path("items.receivableId"))
                .contains(receivable.toString());
        assertThat(ids(wang)).isEmpty();
    }

    private void reminds() {
        var admin = organisation.admin();
        var run = admin.posts("/reminder-runs", Map.of("businessDate", worked.toString(), "dryRun", false))
                .then()
                .statusCode(202)
                .extract();
        for (int poll = 0; poll < 300; poll++) {
            if (admin.gets("/reminder-runs/" + run.<String>path("id"))
                    .path("state")
                    .equals("DONE")) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("the run has not come to its end within 30 seconds");
    }

    /** What is to do, by whoever may do it. */
    private void finishesAll(Person... people) {
        for (var person : people) {
            person.gets("/follow-ups?status=OPEN&limit=200")
                    .<List<String>>path("items.id")
                    .forEach(id -> person.posts("/follow-ups/" + id + "/completion", Map.of("outcome", "DONE"))
                            .then()
                            .statusCode(200));
        }
        assertThat(organisation.admin().gets("/follow-ups?status=OPEN").<List<String>>path("items.id"))
                .isEmpty();
    }

    private static long count(Person person) {
        return person.gets(LIST + "/count").jsonPath().getLong("count");
    }

    private static List<UUID> ids(Person person) {
        return person.gets(LIST + "?limit=200").jsonPath().getList("items.receivableId", UUID.class);
    }
}
