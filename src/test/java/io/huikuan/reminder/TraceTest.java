package io.huikuan.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.delivery.DeliveryKeeping;
import io.huikuan.delivery.Phone;
import io.huikuan.delivery.PostOffice;
import io.huikuan.delivery.TellingKeeping;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From a push on a phone back to why it came. */
@QuarkusTest
@Timeout(60)
class TraceTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Inject
    TellingKeeping tellings;

    @Inject
    DeliveryKeeping deliveries;

    private PostOffice post;
    private Organisation organisation;
    private Person wang;

    @BeforeEach
    void hire() {
        post = new PostOffice(tellings, deliveries);
        organisation = Given.anOrganisation();
        wang = organisation.salesperson("wang");
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void leadsFromThePushToTheDecisionItsPolicyAndItsInputs() {
        var phone = Phone.android().in(wang);
        var receivable = owed("128.00");
        var _ = Runs.run(organisation, MONDAY);
        assertThat(decision(receivable).getString("told[0].tellings[0].state")).isEqualTo("PLANNED");

        post.run(Instant.now());

        var decision = decision(receivable);
        assertThat(decision.getString("fate")).isEqualTo("SENT");
        assertThat(decision.getInt("offsetDays")).isZero();
        assertThat(decision.getInt("policyVersion")).isPositive();
        assertThat(decision.getString("open.amount")).isEqualTo("128.00");
        assertThat(decision.getString("told[0].recipientId"))
                .isEqualTo(wang.id().toString());
        assertThat(decision.getString("told[0].tellings[0].kind")).isEqualTo("DIGEST");
        assertThat(decision.getString("told[0].tellings[0].state")).isEqualTo("SENT");
        assertThat(decision.getString("told[0].tellings[0].deliveries[0].channel"))
                .isEqualTo("FCM");
        assertThat(decision.getString("told[0].tellings[0].deliveries[0].readerId"))
                .isEqualTo(wang.id().toString());
        assertThat(decision.<String>getList("told.tellings.deliveries.id.flatten()"))
                .isEqualTo(notificationIds(wang));
        assertThat(decision.prettify()).doesNotContain(phone.address()).doesNotContain(phone.installationId());
    }

    @Test
    void leadsToTheSubstituteWhoseDigestToldOfIt() {
        var chen = organisation.salesperson("chen");
        Phone.android().in(chen);
        var today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        wang.creates(
                "/substitutions",
                Map.of(
                        "substituteId",
                        chen.id(),
                        "from",
                        today.toString(),
                        "to",
                        today.plusDays(1).toString(),
                        "reason",
                        "Leave"));
        var receivable = owed("128.00");
        Given.aReceivable(organisation.admin(), Given.aCustomerOf(chen), "R-2", "64.00", MONDAY);
        var _ = Runs.run(organisation, MONDAY);

        post.run(Instant.now());

        assertThat(notificationIds(chen)).hasSize(1);
        var decision = decision(receivable);
        assertThat(decision.<String>getList("told.tellings.state.flatten()")).contains("MERGED", "SENT");
        assertThat(decision.<String>getList("told.tellings.deliveries.id.flatten()"))
                .isEqualTo(notificationIds(chen));
        assertThat(decision.<String>getList("told.tellings.deliveries.readerId.flatten()"))
                .containsExactly(chen.id().toString());
    }

    private UUID owed(String amount) {
        return Given.aReceivable(organisation.admin(), Given.aCustomerOf(wang), "R-1", amount, MONDAY);
    }

    private JsonPath decision(UUID receivable) {
        return wang.gets("/receivables/" + receivable + "/decisions").jsonPath().setRootPath("items[0]");
    }

    private List<String> notificationIds(Person reader) {
        return post.pushesTo(reader).stream()
                .map(push -> push.message().at("/data/notificationId").asText())
                .toList();
    }
}
