package io.huikuan.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.huikuan.testing.SqlCount;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HandOverResourceTest {
    @Inject
    @PersistenceUnitExtension
    SqlCount sql;

    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
    private Organisation organisation;
    private Organisation.Team east;
    private Person wang;
    private Person chen;
    private Person zhao;

    @BeforeEach
    void hire() {
        organisation = Given.anOrganisation();
        east = organisation.team("East", null);
        wang = east.salesperson("wang");
        chen = east.salesperson("chen");
        zhao = organisation.finance();
    }

    @Test
    void movesCustomersWithWhatTheyOweAndWhatIsToDo() {
        var one = Given.aCustomerOf(wang);
        var two = Given.aCustomerOf(wang);
        var overdue = Given.aReceivable(zhao, one, "A-1", "100.00", today.minusDays(10));
        var later = Given.aReceivable(zhao, two, "A-2", "100.00", today.plusDays(30));
        var task = wang.creates("/follow-ups", Map.of("customerId", one, "subject", "Call", "dueOn", today.toString()));
        var notHis = Given.aCustomerOf(chen);

        var effect = Answers.as(HandOverEffect.class, asks(east.manager(), "/hand-overs/preview", Map.of()));
        var made = made(east.manager(), Map.of());

        assertThat(effect).isEqualTo(new HandOverEffect(2, 2, 1));
        assertThat(made.customers()).isEqualTo(2);
        assertThat(made.openReceivables()).isEqualTo(2);
        assertThat(made.openFollowUps()).isEqualTo(1);
        assertThat(made.fromName()).isEqualTo("wang");
        assertThat(customers(wang)).isEmpty();
        assertThat(customers(chen)).containsExactlyInAnyOrder(one, two, notHis);
        assertThat(chen.gets("/receivables/" + overdue).statusCode()).isEqualTo(200);
        assertThat(wang.gets("/receivables/" + overdue).statusCode()).isEqualTo(404);
        assertThat(chen.gets("/follow-ups/" + task).<String>path("assigneeId"))
                .isEqualTo(chen.id().toString());
        assertThat(chen.gets("/receivables/" + later).<String>path("nextLookOn"))
                .isEqualTo(today.toString());
    }

    @Test
    void tellsTheReceiverOnce() {
        Given.aCustomerOf(wang);
        Given.aCustomerOf(wang);

        made(east.manager(), Map.of());

        var notices = chen.gets("/notifications").jsonPath();
        assertThat(notices.getList("items.kind")).containsExactly("CUSTOMERS_HANDED_OVER");
        assertThat(notices.getString("items[0].title")).contains("2");
        assertThat(notices.getString("items[0].body")).contains("wang");
        assertThat(chen.gets("/notifications/counts").<Integer>path("unseen")).isEqualTo(1);
        assertThat(chen.posts("/notifications/" + notices.getString("items[0].id") + "/read", Map.of())
                        .statusCode())
                .isEqualTo(204);
        assertThat(wang.gets("/notifications").<List<String>>path("items.id")).isEmpty();
    }

    @Test
    void leavesAsItWasWhatWasCollected() {
        var customer = Given.aCustomerOf(wang);
        Given.aReceivable(zhao, customer, "A-1", "100.00", today.minusDays(40));
        Given.aPayment(zhao, customer, "100.00", today.minusDays(35));
        var query =
                "/performance/collection-rate?groupBy=OWNER&from=" + today.minusDays(60) + "&to=" + today.minusDays(1);
        made(east.manager(), Map.of());

        assertThat(organisation
                        .admin()
                        .gets(query)
                        .<String>path("rows.find { it.group.name == 'wang' }.collected.amount"))
                .isEqualTo("100.00");
        assertThat(organisation
                        .admin()
                        .gets(query)
                        .<String>path("rows.find { it.group.name == 'chen' }.collected.amount"))
                .isEqualTo("0.00");
    }

    @Test
    void movesOnlyWhatIsChosen() {
        var one = Given.aCustomerOf(wang);
        var two = Given.aCustomerOf(wang);
        var stranger = Given.aCustomerOf(chen);

        var refused = asks(east.manager(), "/hand-overs", Map.of("customerIds", List.of(one, stranger)));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/customerIds/1");
        assertThat(customers(wang)).as("all or nothing").containsExactlyInAnyOrder(one, two);

        assertThat(made(east.manager(), Map.of("customerIds", List.of(two))).customers())
                .isEqualTo(1);
        assertThat(customers(wang)).containsExactly(one);
    }

    @Test
    void movesTheCustomersOfWhomHasLeftAlready() {
        var customer = Given.aCustomerOf(wang);
        organisation
                .admin()
                .patches("/users/" + wang.id(), Map.of("active", false))
                .then()
                .statusCode(200);

        made(east.manager(), Map.of());

        assertThat(customers(chen)).containsExactly(customer);
    }

    @Test
    void letsManagersHandOverWithinTheirTeamAndAdminsEverywhere() {
        var west = organisation.team("West", null);
        var sun = west.salesperson("sun");
        Given.aCustomerOf(wang);

        assertThat(asks(west.manager(), "/hand-overs", Map.of()).<String>path("errors[0].pointer"))
                .isEqualTo("/fromId");
        assertThat(asks(east.manager(), "/hand-overs", Map.of("toId", sun.id())).<String>path("errors[0].pointer"))
                .isEqualTo("/toId");
        assertThat(asks(east.manager(), "/hand-overs", Map.of("toId", wang.id()))
                        .<String>path("errors[0].pointer"))
                .isEqualTo("/toId");
        assertThat(asks(wang, "/hand-overs", Map.of()).statusCode()).isEqualTo(403);
        assertThat(asks(zhao, "/hand-overs", Map.of()).statusCode()).isEqualTo(403);
        assertThat(made(organisation.admin(), Map.of("toId", sun.id())).toName())
                .isEqualTo("sun");
        var nothing = asks(organisation.admin(), "/hand-overs", Map.of());
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.<String>path("code")).isEqualTo("nothing-to-hand-over");
    }

    @Test
    void isMadeOnceAndWrittenDown() {
        Given.aCustomerOf(wang);
        Given.aCustomerOf(wang);
        var body = body(Map.of());

        var first = east.manager().postsOnce("k", "/hand-overs", body);
        var again = east.manager().postsOnce("k", "/hand-overs", body);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        List<String> actions =
                organisation.admin().gets("/audit-events?limit=20").path("items.action");
        assertThat(actions)
                .filteredOn(action -> !action.equals("session.opened"))
                .startsWith("hand-over.made", "customer.handed-over", "customer.handed-over");
        assertThat(east.manager().gets("/hand-overs").<List<String>>path("items.id"))
                .containsExactly(first.<String>path("id"));
        assertThat(zhao.gets("/hand-overs").<List<String>>path("items.id")).hasSize(1);
    }

    @Test
    void takesAsManyStatementsForManyCustomersAsForOne() {
        assertThat(statements(40)).isEqualTo(statements(1)).isPositive();
    }

    private int statements(int customers) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < customers; i++) {
            var customer = Given.aCustomerOf(wang);
            Given.aReceivable(zhao, customer, "R-" + customer, "100.00", today);
            wang.creates("/follow-ups", Map.of("customerId", customer, "subject", "Call", "dueOn", today.toString()));
            ids.add(customer);
        }
        return sql.of(() -> made(east.manager(), Map.of("customerIds", ids))).size();
    }

    private HandOverView made(Person person, Map<String, Object> more) {
        var answer = asks(person, "/hand-overs", more);
        assertThat(answer.statusCode()).isEqualTo(201);
        return Answers.as(HandOverView.class, answer);
    }

    private Response asks(Person person, String path, Map<String, Object> more) {
        return person.posts(path, body(more));
    }

    /** From wang to chen. */
    private Map<String, Object> body(Map<String, Object> more) {
        var body = new HashMap<String, Object>(
                Map.of("fromId", wang.id(), "toId", chen.id(), "reason", "Leaves the company"));
        body.putAll(more);
        return body;
    }

    private static List<UUID> customers(Person person) {
        return person.gets("/customers?limit=200").jsonPath().getList("items.id", UUID.class);
    }
}
