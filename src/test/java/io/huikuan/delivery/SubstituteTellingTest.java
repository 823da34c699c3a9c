package io.huikuan.delivery;

import static io.huikuan.channel.LoopbackFcm.fcmError;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.channel.Address.Mailbox;
import io.huikuan.channel.LoopbackFcm.Received;
import io.huikuan.notification.DigestTiming;
import io.huikuan.notification.NoticeKind;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.rules.DigestMoment;
import io.huikuan.subscription.Subscribing;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While somebody is away, who stands in for them is told what they would be, and nobody is told the same twice. */
@QuarkusTest
@Timeout(60)
class SubstituteTellingTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Inject
    TellingKeeping tellings;

    @Inject
    DeliveryKeeping deliveries;

    @Inject
    DeliveryRows rows;

    @Inject
    GivenNotices notices;

    @Inject
    Subscribing subscribing;

    @Inject
    OrganisationScope scope;

    /** Nobody arranges what is past: the tests live in two days. */
    private final LocalDate day = LocalDate.now(Clock.system(SHANGHAI)).plusDays(2);

    private final Instant morning = day.atTime(10, 0).atZone(SHANGHAI).toInstant();
    private final Instant night = day.atTime(3, 0).atZone(SHANGHAI).toInstant();
    private PostOffice post;
    private Organisation organisation;
    private Person wang;
    private Person chen;

    @BeforeEach
    void hire() {
        post = new PostOffice(tellings, deliveries);
        organisation = Given.anOrganisation();
        wang = organisation.salesperson("wang");
        chen = organisation.salesperson("chen");
        Phone.android().in(wang);
        Phone.android().in(chen);
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void substituteIsToldWhatTheAbsentPersonWouldBe() {
        away(wang, chen, day, day);
        notices.dueToday(wang, day, morning);
        notices.ofAPayment(wang, List.of(NoticeKind.PAYMENT_CLEARED), day, morning, wang);

        post.run(morning);

        assertThat(post.pushesTo(wang)).isEmpty();
        assertThat(types(post.pushesTo(chen))).containsExactlyInAnyOrder("digest", "payment_received");
        assertThat(rows.tellingsOf(wang)).containsExactlyInAnyOrder("DIGEST SENT", "PAYMENT_RECEIVED SENT");
        assertThat(organisation.admin().gets("/deliveries").<List<String>>path("items.recipientId"))
                .containsOnly(chen.id().toString());
    }

    @Test
    void oneDigestCountsTheOwnAndTheAbsentPersons() {
        var sun = organisation.salesperson("sun");
        Phone.android().in(sun);
        away(wang, chen, day, day);
        away(sun, chen, day, day);
        Stream.of(wang, chen, sun).forEach(person -> notices.dueToday(person, day, morning));

        post.run(morning);

        assertThat(counts(post.pushesTo(chen))).containsExactly(List.of(3, 0, 0));
        assertThat(post.pushesTo(wang)).isEmpty();
        assertThat(post.pushesTo(sun)).isEmpty();
        assertThat(Stream.of(wang, chen, sun).flatMap(person -> rows.tellingsOf(person).stream()))
                .containsExactlyInAnyOrder("DIGEST SENT", "DIGEST MERGED", "DIGEST MERGED");
    }

    @Test
    void whoseMinuteComesFirstDoesNotMatter() {
        away(wang, chen, day, day);
        var minutes = Stream.of(wang, chen)
                .map(person ->
                        DigestMoment.atChosenTime(person.id(), night, SHANGHAI).sendAt())
                .sorted()
                .toList();
        told(wang, night);
        told(chen, night);

        post.run(minutes.getFirst());
        assertThat(counts(post.pushesTo(chen))).containsExactly(List.of(2, 0, 0));

        post.run(minutes.getLast());
        post.run(morning);
        assertThat(post.pushesTo(chen)).hasSize(1);
        assertThat(post.pushesTo(wang)).isEmpty();
    }

    @Test
    void whatTheSubstitutesDigestCouldNotCountIsToldByItself() {
        notices.dueToday(chen, day, morning);
        post.run(morning);
        away(wang, chen, day, day);
        notices.dueToday(wang, day, morning);

        post.run(morning);

        assertThat(counts(post.pushesTo(chen))).containsExactly(List.of(1, 0, 0), List.of(2, 0, 0));
    }

    @Test
    void newsIsToldOnceToWhoIsToldOfItAnyway() {
        var li = organisation.person("li", "SALESPERSON", "MANAGER");
        var east = organisation.admin().creates("/teams", Map.of("name", "East", "managerUsername", "li"));
        var zhang = organisation.person("zhang", east, "SALESPERSON");
        Phone.android().in(li);
        Phone.android().in(zhang);
        away(zhang, li, day, day);
        notices.ofAPayment(
                zhang, List.of(NoticeKind.PAYMENT_SECURED, NoticeKind.PAYMENT_BOUNCED), day, morning, zhang, li);

        post.run(morning);

        assertThat(types(post.pushesTo(li))).containsExactly("payment_news", "payment_news");
        assertThat(post.pushesTo(zhang)).isEmpty();
        assertThat(rows.tellingsOf(zhang)).containsOnly("PAYMENT_NEWS MERGED");
    }

    @Test
    void absenceThatBeginsBeforeTheSendTakesItToTheSubstitute() {
        told(wang, night);
        notices.dueToday(wang, day, morning);
        post.fanOut(wang, morning);
        away(wang, chen, day, day);

        post.run(morning);

        assertThat(post.pushesTo(wang)).isEmpty();
        assertThat(counts(post.pushesTo(chen))).containsExactly(List.of(2, 0, 0));
    }

    @Test
    void absenceThatEndsBeforeTheSendGivesItBack() {
        var substitution = away(wang, chen, day.minusDays(1), day);
        notices.dueToday(wang, day, morning);
        notices.dueToday(chen, day, morning);
        post.fanOut(wang, morning);
        wang.posts("/substitutions/" + substitution + "/end", Map.of()).then().statusCode(200);

        post.run(morning);

        assertThat(counts(post.pushesTo(wang))).containsExactly(List.of(1, 0, 0));
        assertThat(counts(post.pushesTo(chen))).containsExactly(List.of(1, 0, 0));
    }

    @Test
    void dayAfterTheLastIsTheirsAgain() {
        away(wang, chen, day, day);
        var next = morning.plus(Duration.ofDays(1));
        notices.dueToday(wang, day.plusDays(1), next);

        post.run(next);

        assertThat(post.pushesTo(wang)).hasSize(1);
        assertThat(post.pushesTo(chen)).isEmpty();
    }

    @Test
    void substitutesOwnChannelsQuietHoursAndCapHold() {
        away(wang, chen, day, day);
        settings(wang, Map.of("quietHours", Map.of("from", "00:00", "until", "00:00")));
        settings(
                chen,
                Map.of(
                        "email",
                        "chen@example.com",
                        "quietHours",
                        Map.of("from", "09:00", "until", "12:00"),
                        "dailyCap",
                        1));
        post.fcm().alwaysAnswering(fcmError(404, "NOT_FOUND", "UNREGISTERED"));
        notices.ofAPayment(wang, List.of(NoticeKind.PAYMENT_SECURED, NoticeKind.PAYMENT_BOUNCED), day, morning, wang);

        post.run(morning);
        assertThat(post.fcm().received()).isEmpty();

        post.run(morning.plus(Duration.ofMinutes(190)));
        assertThat(post.pushesTo(wang)).isEmpty();
        assertThat(post.mail().received())
                .singleElement()
                .satisfies(letter -> assertThat(letter.address()).isEqualTo(new Mailbox("chen@example.com")));
        assertThat(rows.toldOn(chen, day)).isEqualTo(1);
        assertThat(rows.tellingsOf(wang)).containsExactlyInAnyOrder("PAYMENT_NEWS SENT", "PAYMENT_NEWS CAPPED");
    }

    @Test
    void escalationCountsForBoth() {
        var east = organisation.team("East", null);
        var west = organisation.team("West", null);
        var li = east.manager();
        var zhou = west.manager();
        Phone.android().in(zhou);
        away(li, zhou, day, day);
        notices.told(east.salesperson("sun"), li, NoticeKind.ESCALATED, day, DigestTiming.NOW, morning);
        notices.told(west.salesperson("zhang"), zhou, NoticeKind.ESCALATED, day, DigestTiming.NOW, morning);

        post.run(morning);

        assertThat(post.pushesTo(zhou))
                .extracting(push -> push.message().at("/data/type").asText() + " "
                        + push.message()
                                .at("/android/notification/body_loc_args/0")
                                .asText())
                .containsExactlyInAnyOrder("digest 2", "escalated 2");
    }

    @Test
    void whatSomebodyHasAskedForStaysTheirs() {
        away(wang, chen, day, day.plusDays(7));
        notices.ledger().owed(wang, "1.00", day.minusDays(90));
        var due = Instant.parse(wang.asks()
                .body(Map.of(
                        "at",
                        "10:07",
                        "channel",
                        "FCM",
                        "weekday",
                        day.getDayOfWeek().name()))
                .put("/me/subscriptions/MY_DUE")
                .jsonPath()
                .getString("nextAt"));
        scope.within(organisation.id(), () -> subscribing.planDue(organisation.id(), due, 100));

        post.run(due);

        assertThat(types(post.pushesTo(wang))).containsExactly("my_due");
        assertThat(post.pushesTo(chen)).isEmpty();
    }

    private UUID away(Person absent, Person substitute, LocalDate from, LocalDate to) {
        return absent.creates(
                "/substitutions",
                Map.of(
                        "absentId",
                        absent.id(),
                        "substituteId",
                        substitute.id(),
                        "from",
                        from.toString(),
                        "to",
                        to.toString(),
                        "reason",
                        "Leave"));
    }

    private void told(Person owner, Instant now) {
        var _ = notices.told(owner, owner, NoticeKind.DUE_TODAY, day, DigestTiming.AT_CHOSEN_TIME, now);
    }

    private static void settings(Person person, Map<String, Object> wanted) {
        person.asks()
                .header("If-Match", "*")
                .body(wanted)
                .put("/me/notification-settings")
                .then()
                .statusCode(200);
    }

    private static List<String> types(List<Received> pushes) {
        return pushes.stream()
                .map(push -> push.message().at("/data/type").asText())
                .toList();
    }

    /** Of digests: due today, overdue, due soon. */
    private static List<List<Integer>> counts(List<Received> pushes) {
        return pushes.stream()
                .map(push -> push.message().at("/android/notification/body_loc_args"))
                .map(counts -> StreamSupport.stream(counts.spliterator(), false)
                        .map(count -> Integer.valueOf(count.asText()))
                        .toList())
                .toList();
    }
}
