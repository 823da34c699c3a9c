package io.huikuan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditResourceTest {
    @Test
    void tellsAdminsWhoDidWhatNewestFirst() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        var customer = Given.aCustomerOf(wang, "C-1");
        wang.patches("/customers/" + customer, Map.of("note", "pays late"));
        Given.aCustomerOf(wang, "C-2");

        var events = organisation.admin().gets("/audit-events?subjectId=" + customer);

        assertThat(events.<List<String>>path("items.action")).containsExactly("customer.changed", "customer.created");
        assertThat(events.<String>path("items[0].actorName")).isEqualTo("wang");
        assertThat(events.<String>path("items[0].details.code")).isEqualTo("C-1");
    }

    @Test
    void filtersAndPagesWithoutLosingAnEvent() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        var chen = organisation.salesperson("chen");
        for (int i = 0; i < 3; i++) {
            Given.aCustomerOf(wang);
            Given.aCustomerOf(chen);
        }
        var admin = organisation.admin();
        var all = actions(admin, "", 200);

        assertThat(actions(admin, "", 2)).isEqualTo(all);
        assertThat(actions(admin, "actorId=" + wang.id() + "&subject=customer", 2))
                .containsExactly("customer.created", "customer.created", "customer.created");
        assertThat(actions(admin, "subject=payment", 2)).isEmpty();
    }

    @Test
    void takesBothDatesAsDaysOfTheOrganisation() {
        var organisation = Given.anOrganisation("Pacific/Auckland", "NZD");
        var admin = organisation.admin();
        Given.aCustomerOf(organisation.salesperson("wang"));
        var today = LocalDate.now(Clock.system(ZoneId.of("Pacific/Auckland")));
        // The events are of today, or of yesterday if midnight has just passed.
        var yesterday = today.minusDays(1);

        assertThat(actions(admin, "subject=customer&from=" + yesterday + "&to=" + today, 50))
                .hasSize(1);
        assertThat(actions(admin, "subject=customer&to=" + yesterday.minusDays(1), 50))
                .isEmpty();
        assertThat(actions(admin, "subject=customer&from=" + today.plusDays(1), 50))
                .isEmpty();
    }

    @Test
    void isForAdminsOnly() {
        var organisation = Given.anOrganisation();

        for (var person : List.of(
                organisation.salesperson("wang"),
                organisation.finance(),
                organisation.team("East", null).manager())) {
            assertThat(person.gets("/audit-events").statusCode())
                    .as(person.username())
                    .isEqualTo(403);
        }
    }

    private static List<String> actions(Person person, String filter, int limit) {
        var actions = new ArrayList<String>();
        String cursor = null;
        do {
            var page = person.gets("/audit-events?limit=" + limit + (filter.isEmpty() ? "" : "&" + filter)
                            + (cursor == null ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            actions.addAll(page.getList("items.action", String.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return actions;
    }
}
