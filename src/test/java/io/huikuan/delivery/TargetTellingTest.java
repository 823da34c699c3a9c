package io.huikuan.delivery;

import static io.huikuan.outbound.LoopbackHttp.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.huikuan.channel.Channel;
import io.huikuan.channel.ChannelId;
import io.huikuan.outbound.LoopbackHttp;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.subscription.Subscribing;
import io.huikuan.testing.Given;
import io.huikuan.testing.Ledger;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Robots and webhooks are told the numbers that somebody has subscribed them to. */
@QuarkusTest
@Timeout(60)
class TargetTellingTest {
    private static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

    @Inject
    TellingKeeping tellings;

    @Inject
    DeliveryKeeping deliveries;

    @Inject
    Subscribing subscribing;

    @Inject
    OrganisationScope scope;

    @Inject
    @All
    List<Channel> channels;

    @Inject
    DeliveryRows rows;

    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
    private final Ledger ledger = new Ledger();
    private LoopbackHttp server;
    private PostOffice post;
    private Organisation organisation;
    private Person li;
    private Person wang;

    @BeforeEach
    void hire() {
        server = new LoopbackHttp(body(200, "ok"));
        post = new PostOffice(
                tellings,
                deliveries,
                channels.stream()
                        .filter(channel -> channel.id() == ChannelId.WEBHOOK)
                        .findFirst()
                        .orElseThrow());
        organisation = Given.anOrganisation();
        var east = organisation.team("East", null);
        li = east.manager();
        wang = east.salesperson("wang");
        ledger.owed(wang, "300.50", today.minusDays(10));
        ledger.owed(organisation.salesperson("sun"), "1.00", today.minusDays(10));
    }

    @AfterEach
    void close() {
        post.close();
        server.close();
    }

    @Test
    void groupIsToldCountsOfWhatTheSubscriberSees() {
        var due = subscribed(li, target(false), "TEAM_OVERDUE", "09:05");

        post.run(due);

        assertThat(told()).singleElement().satisfies(told -> {
            assertThat(told.at("/type").asText()).isEqualTo("notification.team_overdue");
            assertThat(told.at("/data/counts").toString()).isEqualTo("[1]");
            assertThat(told.toString()).doesNotContain("300.50").doesNotContain("wang");
        });
    }

    @Test
    void groupThatMayKnowCustomersReadsTheNumbers() {
        var due = subscribed(li, target(true), "TEAM_OVERDUE", "09:05");

        post.run(due);

        assertThat(told()).singleElement().satisfies(told -> {
            assertThat(told.at("/type").asText()).isEqualTo("notification.letter");
            assertThat(told.at("/data/text").asText())
                    .contains("wang")
                    .contains("300.50")
                    .doesNotContain("sun");
        });
    }

    @Test
    void whatAGroupIsToldCountsAgainstNobodysCapAndNight() {
        Phone.android().in(li);
        li.asks()
                .header("If-Match", "*")
                .body(Map.of("dailyCap", 1, "quietHours", Map.of("from", "23:00", "until", "08:00")))
                .put("/me/notification-settings")
                .then()
                .statusCode(200);
        li.asks()
                .body(Map.of("at", "22:50", "channel", "FCM"))
                .put("/me/subscriptions/TEAM_OVERDUE")
                .then()
                .statusCode(200);
        var due = subscribed(li, target(false), "TEAM_OVERDUE", "22:50");
        post.run(due);
        var night = subscribed(li, target(false), "TEAM_OVERDUE", "23:50");
        post.run(night);

        assertThat(post.pushesTo(li)).hasSize(1);
        assertThat(told()).hasSize(2);
    }

    @Test
    void failedTryIsMadeAgainUnderTheSameId() {
        var due = subscribed(li, target(false), "TEAM_OVERDUE", "09:05");
        server.answering(body(503, ""));

        post.run(due);
        server.answering(body(200, ""));
        post.run(due.plus(Duration.ofMinutes(20)));
        post.run(due.plus(Duration.ofMinutes(40)));

        assertThat(told()).hasSize(2);
        assertThat(told())
                .extracting(told -> told.at("/data/notificationId").asText())
                .containsOnly(told().getFirst().at("/data/notificationId").asText());
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void nothingIsToldAfterTheEnd() {
        var ended = target(false);
        var removed = target(false);
        var due = subscribed(li, ended, "TEAM_OVERDUE", "09:05");
        var _ = subscribed(li, removed, "TEAM_OVERDUE", "09:05");
        assertThat(li.asks().delete(place(ended, "TEAM_OVERDUE")).statusCode()).isEqualTo(204);
        assertThat(li.asks().delete(place(ended, "TEAM_OVERDUE")).statusCode()).isEqualTo(404);
        organisation.admin().asks().delete("/channel-targets/" + removed).then().statusCode(204);

        post.run(due);

        assertThat(told()).isEmpty();
        assertThat(li.gets("/channel-targets/" + ended + "/subscriptions").<List<String>>path("items"))
                .isEmpty();
    }

    @Test
    void eachHasTheirOwnOfEachKind() {
        var group = target(false);
        var _ = subscribe(li, group, "TEAM_RATES", Map.of("at", "09:10", "weekday", "MONDAY"));
        var _ = subscribe(li, group, "RECEIPTS", Map.of("at", "17:00"));
        var _ = subscribe(li, group, "RECEIPTS", Map.of("at", "18:00"));
        var _ = subscribe(organisation.admin(), group, "RECEIPTS", Map.of("at", "19:00"));

        var mine = li.gets("/channel-targets/" + group + "/subscriptions").jsonPath();
        assertThat(mine.getList("items.kind")).containsExactly("RECEIPTS", "TEAM_RATES");
        assertThat(mine.getList("items.at")).containsExactly("18:00", "09:10");
        assertThat(mine.getList("items.weekday")).containsExactly(null, "MONDAY");
        assertThat(li.gets("/me/subscriptions").<List<String>>path("items")).isEmpty();
    }

    @Test
    void onesOwnNumbersAreNoGroupsAndTargetsOfOthersAreNotThere() {
        var group = target(false);
        var wanted = Map.of("at", "09:05");
        var other = Given.anOrganisation().admin();

        assertThat(li.asks().body(wanted).put(place(group, "MY_DUE")).statusCode())
                .isEqualTo(404);
        assertThat(other.asks().body(wanted).put(place(group, "RECEIPTS")).statusCode())
                .isEqualTo(404);
        assertThat(other.gets("/channel-targets/" + group + "/subscriptions").statusCode())
                .isEqualTo(404);
    }

    private UUID target(boolean mayNameCustomers) {
        return organisation
                .admin()
                .creates(
                        "/channel-targets",
                        new HashMap<>(Map.of(
                                "kind",
                                "WEBHOOK",
                                "name",
                                "Group " + UUID.randomUUID(),
                                "url",
                                server.url("/hook").toString(),
                                "secret",
                                SECRET,
                                "mayNameCustomers",
                                mayNameCustomers)));
    }

    /** Subscribes and plans: when it is due. */
    private Instant subscribed(Person person, UUID target, String kind, String at) {
        var due = subscribe(person, target, kind, Map.of("at", at));
        scope.within(organisation.id(), () -> subscribing.planDue(organisation.id(), due, 100));
        return due;
    }

    private static Instant subscribe(Person person, UUID target, String kind, Map<String, String> wanted) {
        return Instant.parse(person.asks()
                .body(wanted)
                .put(place(target, kind))
                .then()
                .statusCode(200)
                .extract()
                .path("nextAt"));
    }

    private static String place(UUID target, String kind) {
        return "/channel-targets/" + target + "/subscriptions/" + kind;
    }

    private List<String> states() {
        return rows.deliveriesTo(li).stream().map(DeliveryRows.Row::state).toList();
    }

    private List<JsonNode> told() {
        var told = new ArrayList<JsonNode>();
        server.received().forEach(received -> told.add(received.json()));
        return told;
    }
}
