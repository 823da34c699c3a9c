package io.huikuan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.followup.FollowUpTelling;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work that can't wait is pushed to whose it is. The 10th of February 2099 is a working day in Shanghai. */
@QuarkusTest
@Timeout(60)
class WorkTellingTest {
    private static final Instant HALF_PAST_TWO = Instant.parse("2099-02-10T06:30:00Z");

    @Inject
    TellingKeeping tellings;

    @Inject
    DeliveryKeeping deliveries;

    @Inject
    FollowUpTelling followUps;

    @Inject
    OrganisationScope scope;

    private PostOffice post;
    private Organisation organisation;
    private Organisation.Team east;
    private Person wang;
    private Person chen;
    private UUID customer;

    @BeforeEach
    void hire() {
        post = new PostOffice(tellings, deliveries);
        organisation = Given.anOrganisation();
        east = organisation.team("East", null);
        wang = east.salesperson("wang");
        chen = east.salesperson("chen");
        Phone.android().in(wang);
        Phone.android().in(chen);
        customer = Given.aCustomerOf(wang);
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void taskWhoseTimeHasComeIsPushedToWhoHasToDoItWhoseverTheCustomerIs() {
        var task = task(Map.of("assigneeId", chen.id()));

        tell(HALF_PAST_TWO);
        post.run(HALF_PAST_TWO);

        assertThat(post.pushesTo(wang)).isEmpty();
        assertThat(post.pushesTo(chen)).singleElement().satisfies(push -> {
            assertThat(push.message().at("/data/type").asText()).isEqualTo("task_due");
            assertThat(push.message().at("/data/deeplink").asText()).isEqualTo("huikuan://follow-ups/" + task);
            assertThat(push.message().toString()).doesNotContain("Call the accountant");
        });
    }

    @Test
    void nagIsPushedEachTimeUntilItIsAcknowledged() {
        var task = task(Map.of("nagMinutes", 30));

        for (int nag = 0; nag < 2; nag++) {
            var now = HALF_PAST_TWO.plusSeconds(1800L * nag);
            tell(now);
            post.run(now);
        }
        assertThat(post.pushesTo(wang)).hasSize(2);

        wang.posts("/follow-ups/" + task + "/acknowledgement", Map.of()).then().statusCode(200);
        var later = HALF_PAST_TWO.plusSeconds(5400);
        tell(later);
        post.run(later);

        assertThat(post.pushesTo(wang)).hasSize(2);
    }

    @Test
    void whatWasDoneOrGivenToSomebodyElseBeforeTheSendIsNotPushed() {
        var done = task(Map.of());
        var given = task(Map.of());
        tell(HALF_PAST_TWO);
        wang.posts("/follow-ups/" + done + "/completion", Map.of("outcome", "REACHED"))
                .then()
                .statusCode(200);
        east.manager()
                .patches("/follow-ups/" + given, Map.of("assigneeId", chen.id()))
                .then()
                .statusCode(200);

        post.run(HALF_PAST_TWO);

        assertThat(post.fcm().received()).isEmpty();
    }

    @Test
    void whoGetsCustomersIsToldOnceHowMany() {
        var _ = Given.aCustomerOf(wang);
        neverQuiet(chen);
        east.manager()
                .posts("/hand-overs", Map.of("fromId", wang.id(), "toId", chen.id(), "reason", "Left"))
                .then()
                .statusCode(201);

        post.run(Instant.now());

        assertThat(post.pushesTo(chen)).singleElement().satisfies(push -> {
            assertThat(push.message().at("/data/type").asText()).isEqualTo("handed_over");
            assertThat(push.message()
                            .at("/android/notification/body_loc_args/0")
                            .asText())
                    .isEqualTo("2");
            assertThat(push.message().at("/data/deeplink").asText()).isEqualTo("huikuan://inbox");
        });
        assertThat(post.pushesTo(wang)).isEmpty();
    }

    private UUID task(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "customerId", customer, "subject", "Call the accountant", "dueOn", "2099-02-10", "dueTime", "14:30"));
        body.put("assigneeId", wang.id());
        body.putAll(more);
        return east.manager().creates("/follow-ups", body);
    }

    private void tell(Instant now) {
        var today = LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai"));
        scope.within(organisation.id(), () -> followUps.tellDue(organisation.id(), today, now));
    }

    private static void neverQuiet(Person person) {
        person.asks()
                .header("If-Match", "*")
                .body(Map.of("quietHours", Map.of("from", "00:00", "until", "00:00")))
                .put("/me/notification-settings")
                .then()
                .statusCode(200);
    }
}
