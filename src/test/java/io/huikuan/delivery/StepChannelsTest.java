package io.huikuan.delivery;

import static io.huikuan.channel.LoopbackFcm.fcmError;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.channel.Content.Headline;
import io.huikuan.channel.Envelope;
import io.huikuan.notification.DigestTiming;
import io.huikuan.notification.NoticeKind;
import io.huikuan.rules.ReminderChannel;
import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A step says by which channels it may be told; each person, in which order. */
@QuarkusTest
@Timeout(60)
class StepChannelsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Instant MORNING =
            DAY.atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();

    @Inject
    TellingKeeping tellings;

    @Inject
    DeliveryKeeping deliveries;

    @Inject
    DeliveryRows rows;

    @Inject
    GivenNotices notices;

    private PostOffice post;
    private Person wang;

    @BeforeEach
    void hire() {
        post = new PostOffice(tellings, deliveries);
        wang = Given.anOrganisation().salesperson("wang");
        wang.asks()
                .header("If-Match", "*")
                .body(Map.of("email", "wang@example.com"))
                .put("/me/notification-settings")
                .then()
                .statusCode(200);
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void digestCountsWhatItsChannelMayTell() {
        Phone.android().in(wang);
        due(ReminderChannel.PUSH);
        due(ReminderChannel.PUSH, ReminderChannel.EMAIL);
        due(ReminderChannel.EMAIL);
        due();

        post.run(MORNING);

        assertThat(post.pushesTo(wang))
                .singleElement()
                .satisfies(push -> assertThat(push.message()
                                .at("/android/notification/body_loc_args/0")
                                .asText())
                        .isEqualTo("2"));
        assertThat(post.mail().received()).isEmpty();
    }

    @Test
    void nextChannelTellsOnlyWhatItMay() {
        Phone.android().in(wang);
        due(ReminderChannel.PUSH);
        due(ReminderChannel.PUSH, ReminderChannel.EMAIL);
        post.fcm().alwaysAnswering(fcmError(404, "NOT_FOUND", "UNREGISTERED"));

        post.run(MORNING);

        assertThat(post.mail().received())
                .extracting(Envelope::content)
                .singleElement()
                .isInstanceOfSatisfying(
                        Headline.class,
                        headline -> assertThat(headline.counts()).containsExactly(1, 0, 0));
    }

    @Test
    void channelWithNothingToTellIsPassedOver() {
        Phone.android().in(wang);
        due(ReminderChannel.EMAIL);

        post.run(MORNING);

        assertThat(post.pushesTo(wang)).isEmpty();
        assertThat(post.mail().received()).hasSize(1);
    }

    @Test
    void inboxIsAllWhereThePersonHasNoneOfTheStepsChannels() {
        due(ReminderChannel.PUSH);

        post.run(MORNING);

        assertThat(post.mail().received()).isEmpty();
        assertThat(rows.tellingsOf(wang)).containsExactly("DIGEST EMPTY");
        assertThat(wang.gets("/notifications").<List<String>>path("items.id")).hasSize(1);
    }

    @Test
    void whatReachedNobodyByTheStepsChannelsIsSaidToHave() {
        Phone.android().in(wang);
        due(ReminderChannel.PUSH);
        post.fcm().alwaysAnswering(fcmError(404, "NOT_FOUND", "UNREGISTERED"));

        post.run(MORNING);

        assertThat(post.mail().received()).isEmpty();
        assertThat(rows.tellingsOf(wang)).containsExactly("DIGEST UNREACHED");
    }

    @Test
    void stepForTheInboxAlonePlansNothing() {
        Phone.android().in(wang);
        due();

        post.run(MORNING);

        assertThat(rows.tellingsOf(wang)).isEmpty();
        assertThat(wang.gets("/notifications").<List<String>>path("items.id")).hasSize(1);
    }

    @Test
    void escalationKeepsToItsStepsChannelsToo() {
        var east = wang.organisation().team("East", null);
        var li = east.manager();
        Phone.android().in(li);
        var zhang = east.salesperson("zhang");
        escalated(zhang, li, Set.of(ReminderChannel.EMAIL));
        escalated(zhang, li, Set.of(ReminderChannel.PUSH));

        post.run(MORNING);

        assertThat(post.pushesTo(li))
                .extracting(push -> push.message().at("/data/type").asText() + " "
                        + push.message()
                                .at("/android/notification/body_loc_args/0")
                                .asText())
                .containsExactlyInAnyOrder("digest 1", "escalated 1");
    }

    private void due(ReminderChannel... channels) {
        var allowed = EnumSet.noneOf(ReminderChannel.class);
        allowed.addAll(List.of(channels));
        var _ = notices.told(wang, wang, NoticeKind.DUE_TODAY, allowed, DAY, DigestTiming.NOW, MORNING);
    }

    private void escalated(Person owner, Person manager, Set<ReminderChannel> channels) {
        var _ = notices.told(owner, manager, NoticeKind.ESCALATED, channels, DAY, DigestTiming.NOW, MORNING);
    }
}
