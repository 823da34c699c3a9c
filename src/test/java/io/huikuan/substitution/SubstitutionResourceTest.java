package io.huikuan.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.platform.Viewer;
import io.huikuan.session.SessionLookup;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.huikuan.testing.Portfolio;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SubstitutionResourceTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Inject
    SessionLookup sessions;

    private final LocalDate today = LocalDate.now(Clock.system(SHANGHAI));
    private Organisation organisation;
    private Organisation.Team east;
    private Person wang;
    private Person chen;
    private Person sun;

    @BeforeEach
    void hire() {
        organisation = Given.anOrganisation();
        east = organisation.team("East", null);
        wang = east.salesperson("wang");
        chen = east.salesperson("chen");
        sun = organisation.team("West", null).salesperson("sun");
    }

    @Test
    void letsTheSubstituteSeeAndDoWhatIsTheAbsentPersons() {
        var mine = new Portfolio(wang, east.id(), organisation.admin(), organisation.finance());
        var task = mine.followUp();
        var notice = mine.notice();
        assertThat(sees(chen, mine.customer())).isFalse();

        var substitution = arranged(wang, Map.of("substituteId", chen.id()));

        assertThat(sees(chen, mine.customer())).isTrue();
        assertThat(chen.gets("/receivables?limit=200").<List<String>>path("items.id"))
                .hasSize(1);
        assertThat(chen.gets("/follow-ups?status=OPEN&assigneeId=" + wang.id()).<List<String>>path("items.id"))
                .containsExactly(task.toString());
        assertThat(chen.gets("/notifications").<List<String>>path("items.id")).containsExactly(notice.toString());
        assertThat(chen.gets("/notifications/counts").<Integer>path("unseen")).isEqualTo(1);
        assertThat(chen.posts("/notifications/" + notice + "/acknowledgement", Map.of())
                        .statusCode())
                .isEqualTo(204);
        assertThat(chen.posts("/follow-ups/" + task + "/completion", Map.of("outcome", "REACHED"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(sees(sun, mine.customer())).as("somebody else").isFalse();

        assertThat(wang.posts("/substitutions/" + substitution + "/end", Map.of())
                        .statusCode())
                .isEqualTo(200);

        assertThat(sees(chen, mine.customer())).isFalse();
        assertThat(chen.gets("/receivables?limit=200").<List<String>>path("items.id"))
                .isEmpty();
        assertThat(chen.gets("/follow-ups").<List<String>>path("items.id")).isEmpty();
        assertThat(chen.gets("/notifications").<List<String>>path("items.id")).isEmpty();
        assertThat(chen.posts("/notifications/" + notice + "/done", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(wang.gets("/customers/" + mine.customer()).<String>path("ownerId"))
                .isEqualTo(wang.id().toString());
        assertThat(wang.gets("/notifications").<String>path("items[0].state")).isEqualTo("ACKNOWLEDGED");
        assertThat(wang.gets("/follow-ups/" + task).<String>path("completedBy"))
                .isEqualTo(chen.id().toString());
    }

    /** Nobody has to give anything back: the day does. */
    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai, 2, 23:59:59, false",
        "Asia/Shanghai, 3, 00:00:00, true",
        "Asia/Shanghai, 5, 23:59:59, true",
        "Asia/Shanghai, 6, 00:00:00, false",
        "America/New_York, 2, 23:59:59, false",
        "America/New_York, 3, 00:00:00, true",
        "America/New_York, 5, 23:59:59, true",
        "America/New_York, 6, 00:00:00, false"
    })
    void countsFromTheFirstDayToTheLastInTheOrganisationsZone(ZoneId zone, int day, LocalTime time, boolean standsIn) {
        var there = Given.anOrganisation(zone.getId(), "CNY");
        var absent = there.salesperson("wang");
        var substitute = there.salesperson("chen");
        var now = LocalDate.now(Clock.system(zone));
        var from = now.plusDays(3).toString();
        var to = now.plusDays(5).toString();
        arranged(absent, Map.of("substituteId", substitute.id(), "from", from, "to", to));

        var moment = now.plusDays(day).atTime(time).atZone(zone).toInstant();
        var viewer = viewer(substitute, moment);

        assertThat(viewer.sight().contains(absent.id())).isEqualTo(standsIn);
        assertThat(List.of(viewer.standsInFor()).contains(absent.id())).isEqualTo(standsIn);
        assertThat(viewer.standsInFor()[0]).isEqualTo(substitute.id());
        assertThat(viewer(absent, moment).sight()).as("who is away").containsExactly(absent.id());
    }

    @Test
    void givesTheSubstituteOfAManagerTheTeamOfThatManager() {
        var other = organisation.team("South", null).manager();
        var customer = Given.aCustomerOf(wang);
        assertThat(sees(other, customer)).isFalse();

        arranged(east.manager(), Map.of("substituteId", other.id()));

        assertThat(sees(other, customer)).isTrue();
        assertThat(other.patches("/customers/" + customer, Map.of("ownerId", chen.id()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(sees(sun, customer)).isFalse();
    }

    @Test
    void endsWithTheRolesItNeeds() {
        var customer = Given.aCustomerOf(wang);
        arranged(wang, Map.of("substituteId", chen.id()));
        assertThat(sees(chen, customer)).isTrue();

        organisation
                .admin()
                .patches("/users/" + chen.id(), Map.of("roles", List.of("MANAGER")))
                .then()
                .statusCode(200);

        assertThat(sees(chen, customer)).isFalse();
    }

    @Test
    void letsPeopleArrangeTheirOwnAbsenceManagersThatOfTheirTeamAndAdminsAnybodys() {
        var forWang = Map.<String, Object>of("absentId", wang.id(), "substituteId", chen.id());

        assertThat(arranges(chen, forWang).<String>path("errors[0].pointer")).isEqualTo("/absentId");
        assertThat(arranges(sun, forWang).<String>path("errors[0].pointer")).isEqualTo("/absentId");
        assertThat(arranges(organisation.finance(), forWang).<String>path("errors[0].pointer"))
                .isEqualTo("/absentId");
        assertThat(arranges(organisation.team("South", null).manager(), forWang).<String>path("errors[0].pointer"))
                .isEqualTo("/absentId");
        var byManager = arranged(east.manager(), forWang);
        assertThat(chen.posts("/substitutions/" + byManager + "/end", Map.of()).statusCode())
                .as("by who stands in")
                .isEqualTo(404);
        assertThat(sun.posts("/substitutions/" + byManager + "/end", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(east.manager()
                        .posts("/substitutions/" + byManager + "/end", Map.of())
                        .statusCode())
                .isEqualTo(200);
        arranged(organisation.admin(), forWang);
    }

    @Test
    void hasOneSubstituteADay() {
        arranged(wang, Map.of("substituteId", chen.id(), "from", "2099-02-11", "to", "2099-02-24"));

        var overlapping = arranges(wang, Map.of("substituteId", sun.id(), "from", "2099-02-24", "to", "2099-02-28"));

        assertThat(overlapping.statusCode()).isEqualTo(409);
        assertThat(overlapping.<String>path("code")).isEqualTo("away-already");
        assertThat(overlapping.<String>path("detail")).contains("2099-02-11");
        arranged(wang, Map.of("substituteId", sun.id(), "from", "2099-02-25", "to", "2099-02-28"));
    }

    @Test
    void makesNoChains() {
        arranged(wang, Map.of("substituteId", chen.id(), "from", "2099-02-11", "to", "2099-02-24"));

        var substituteAway = arranges(chen, Map.of("substituteId", sun.id(), "from", "2099-02-20", "to", "2099-02-28"));
        var standsInForAway =
                arranges(sun, Map.of("substituteId", wang.id(), "from", "2099-02-01", "to", "2099-02-11"));

        assertThat(substituteAway.statusCode()).isEqualTo(422);
        assertThat(substituteAway.<String>path("code")).isEqualTo("absent-stands-in");
        assertThat(substituteAway.<String>path("detail")).contains("wang", "2099-02-24");
        assertThat(standsInForAway.statusCode()).isEqualTo(422);
        assertThat(standsInForAway.<String>path("code")).isEqualTo("substitute-away");
        arranged(sun, Map.of("substituteId", chen.id(), "from", "2099-02-01", "to", "2099-02-11"));
    }

    @Test
    void takesSomebodyWhoMayDoAsMuch() {
        var both = organisation.person("both", "SALESPERSON", "MANAGER");

        var refused = arranges(both, Map.of("substituteId", chen.id()));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("code")).isEqualTo("substitute-lacks-role");
        arranged(wang, Map.of("substituteId", both.id()));
    }

    @Test
    void refusesWhatMakesNoSense() {
        var admin = organisation.admin();
        admin.patches("/users/" + sun.id(), Map.of("active", false)).then().statusCode(200);

        assertThat(pointer(Map.of("substituteId", sun.id()))).isEqualTo("/substituteId");
        assertThat(pointer(Map.of("substituteId", UUID.randomUUID()))).isEqualTo("/substituteId");
        assertThat(pointer(Map.of("substituteId", wang.id()))).isEqualTo("/substituteId");
        assertThat(pointer(Map.of("substituteId", chen.id(), "from", "2099-02-11", "to", "2099-02-10")))
                .isEqualTo("/to");
        assertThat(pointer(Map.of("substituteId", chen.id(), "from", "2020-02-11", "to", "2020-02-12")))
                .isEqualTo("/to");
        assertThat(pointer(Map.of("substituteId", chen.id(), "reason", " "))).isEqualTo("/reason");
    }

    @Test
    void isMadeOnceAndEndedOnce() {
        var body = body(Map.of("substituteId", chen.id()));

        var first = wang.postsOnce("k", "/substitutions", body);
        var again = wang.postsOnce("k", "/substitutions", body);
        var id = first.<String>path("id");

        assertThat(again.<String>path("id")).isEqualTo(id);
        assertThat(wang.posts("/substitutions/" + id + "/end", Map.of()).statusCode())
                .isEqualTo(200);
        var over = wang.posts("/substitutions/" + id + "/end", Map.of());
        assertThat(over.statusCode()).isEqualTo(409);
        assertThat(over.<String>path("code")).isEqualTo("substitution-over");
        List<String> actions =
                organisation.admin().gets("/audit-events?limit=20").path("items.action");
        assertThat(actions)
                .filteredOn(action -> !action.equals("session.opened"))
                .startsWith("substitution.ended", "substitution.arranged");
    }

    @Test
    void listsByPersonAndDay() {
        var early = arranged(wang, Map.of("substituteId", chen.id(), "from", "2099-02-11", "to", "2099-02-12"));
        var late = arranged(wang, Map.of("substituteId", chen.id(), "from", "2099-03-11", "to", "2099-03-12"));
        var other = arranged(sun, Map.of("substituteId", chen.id(), "from", "2099-03-12", "to", "2099-03-13"));

        assertThat(ids(chen, "limit=2")).containsExactly(other, late);
        assertThat(ids(wang, "limit=9")).containsExactly(late, early);
        assertThat(ids(east.manager(), "limit=9")).containsExactly(other, late, early);
        assertThat(ids(east.manager(), "userId=" + sun.id())).containsExactly(other);
        assertThat(ids(east.manager(), "on=2099-02-12")).containsExactly(early);
        assertThat(ids(sun, "limit=9")).containsExactly(other);
        var second = chen.gets("/substitutions?limit=2&cursor="
                + chen.gets("/substitutions?limit=2").<String>path("nextCursor"));
        assertThat(second.<List<String>>path("items.id")).containsExactly(early.toString());
    }

    private List<UUID> ids(Person person, String query) {
        return Answers.items(SubstitutionView.class, person.gets("/substitutions?" + query)).stream()
                .map(SubstitutionView::id)
                .toList();
    }

    private String pointer(Map<String, Object> more) {
        var refused = arranges(wang, more);
        assertThat(refused.statusCode()).isEqualTo(400);
        return refused.path("errors[0].pointer");
    }

    private Response arranges(Person person, Map<String, Object> more) {
        return person.posts("/substitutions", body(more));
    }

    private UUID arranged(Person person, Map<String, Object> more) {
        return person.creates("/substitutions", body(more));
    }

    /** From today for a week. */
    private Map<String, Object> body(Map<String, Object> more) {
        var body = new HashMap<String, Object>(
                Map.of("from", today.toString(), "to", today.plusDays(7).toString(), "reason", "Leave"));
        body.putAll(more);
        return body;
    }

    private static boolean sees(Person person, UUID customer) {
        return person.gets("/customers/" + customer).statusCode() == 200;
    }

    /** Who a request of this person's session would come from at that moment. */
    private Viewer viewer(Person person, Instant moment) {
        var session = UUID.fromString(person.gets("/me/sessions").path("items.find { it.current }.id"));
        return sessions.find(person.organisation().id(), session, person.id(), moment)
                .orElseThrow()
                .viewer();
    }
}
