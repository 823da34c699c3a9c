package io.huikuan.delivery;

import static io.huikuan.channel.LoopbackFcm.error;
import static io.huikuan.channel.LoopbackFcm.fcmError;
import static io.huikuan.channel.LoopbackFcm.hangUp;
import static io.huikuan.channel.LoopbackFcm.withHeader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.huikuan.channel.Channel;
import io.huikuan.channel.ChannelId;
import io.huikuan.channel.LoopbackChannel;
import io.huikuan.channel.LoopbackFcm;
import io.huikuan.channel.LoopbackFcm.Received;
import io.huikuan.channel.SendOutcome.Accepted;
import io.huikuan.notification.DigestTiming;
import io.huikuan.notification.NewNotice;
import io.huikuan.notification.NoticeKind;
import io.huikuan.notification.NoticePosting;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.rules.Money;
import io.huikuan.rules.ReminderStep;
import io.huikuan.testing.Given;
import io.huikuan.testing.Ledger;
import io.huikuan.testing.Ledger.Debt;
import io.huikuan.testing.Person;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From posted notices to what FCM sees. Each test has its own replica, its own FCM and its own people. */
@QuarkusTest
@Timeout(60)
class DispatchTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant MORNING = DAY.atTime(10, 0).atZone(SHANGHAI).toInstant();
    private static final LoopbackFcm.Answer UNREGISTERED = fcmError(404, "NOT_FOUND", "UNREGISTERED");

    @Inject
    NoticePosting posting;

    @Inject
    DeliveryKeeping deliveries;

    @Inject
    TellingKeeping tellings;

    @Inject
    OrganisationScope scope;

    @Inject
    DeliveryRows rows;

    private final Ledger ledger = new Ledger();
    private LoopbackFcm fcm;
    private ChannelWatch watch;
    private Channel channel;

    private record Settings(String every, String jitter, int concurrency, int maxAttempts, Duration breakerPause)
            implements DispatchConfig {}

    @BeforeEach
    void openBothEnds() {
        fcm = new LoopbackFcm();
        channel = LoopbackChannel.to(fcm);
        watch = new ChannelWatch(new Channels(List.of(channel)), new SimpleMeterRegistry());
    }

    @AfterEach
    void closeBothEnds() {
        channel.close();
        fcm.close();
    }

    @Test
    void oneDigestPerPersonAndDeviceThatNamesCountsAndNothingElse() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        var chen = organisation.salesperson("chen");
        var unreachable = organisation.salesperson("zhang");
        var android = Phone.android().in(wang);
        var ios = Phone.ios().in(chen);
        for (var person : List.of(wang, chen, unreachable)) {
            tell(person, DAY, "7777.77");
            tell(person, DAY.minusDays(1), "8888.88");
            tell(person, DAY.minusDays(9), "9999.99");
            tell(person, DAY.plusDays(3), "6666.66");
        }

        replica(MORNING).run();
        replica(MORNING.plusSeconds(60)).run();

        assertThat(pushesTo(unreachable)).isEmpty();
        assertThat(rows.digestStatesOf(unreachable)).containsExactly("PLANNED");
        assertThat(pushesTo(wang)).singleElement().satisfies(push -> {
            assertThat(push.message().at("/token").asText()).isEqualTo(android.address());
            assertThat(push.message().at("/android/notification/channel_id").asText())
                    .isEqualTo("reminders");
            assertThat(push.message().at("/android/notification/tag").asText())
                    .isEqualTo(push.message().at("/data/notificationId").asText());
            assertThat(push.message().at("/android/notification/body_loc_args"))
                    .extracting(argument -> argument.asText())
                    .containsExactly("1", "2", "1");
            assertThat(push.message().has("apns")).isFalse();
        });
        assertThat(pushesTo(chen)).singleElement().satisfies(push -> {
            assertThat(push.message().at("/token").asText()).isEqualTo(ios.address());
            assertThat(push.message().at("/apns/headers/apns-collapse-id").asText())
                    .isEqualTo(push.message().at("/data/notificationId").asText());
            assertThat(push.message().at("/apns/payload/aps/alert/loc-args"))
                    .extracting(argument -> argument.asText())
                    .containsExactly("1", "2", "1");
        });
        assertThat(Stream.of(wang, chen).flatMap(person -> pushesTo(person).stream()))
                .allSatisfy(push -> assertThat(push.message().toString())
                        .doesNotContain("Customer")
                        .doesNotContain("R-")
                        .doesNotContain("CNY")
                        .doesNotContain("6666", "7777", "8888", "9999"));
        assertThat(rows.deliveriesTo(wang)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo("SENT");
            assertThat(row.attempts()).isEqualTo(1);
        });
    }

    @Test
    void addressThatNobodyHasIsPutOutOfUse() {
        var wang = Given.anOrganisation().salesperson("wang");
        Phone.android().in(wang);
        tell(wang, DAY, "1.00");
        fcm.alwaysAnswering(UNREGISTERED);

        replica(MORNING).run();
        tell(wang, DAY, "1.00", DAY.plusDays(1), MORNING.plus(Duration.ofDays(1)));
        replica(MORNING.plus(Duration.ofDays(1))).run();

        assertThat(pushesTo(wang)).hasSize(1);
        assertThat(rows.activeDevicesOf(wang)).isEmpty();
        assertThat(states(wang)).containsExactly("ADDRESS_GONE");
    }

    @Test
    void deviceThatRegistersWhileItsOldAddressIsRefusedStays() throws Exception {
        var wang = Given.anOrganisation().salesperson("wang");
        var phone = Phone.android().in(wang);
        tell(wang, DAY, "1.00");
        var renewed = new Phone(phone.installationId(), "ANDROID", "renewed-" + phone.address());
        var registered = new CountDownLatch(1);
        fcm.answering(LoopbackFcm.after(registered, UNREGISTERED));

        try (var thread = Executors.newSingleThreadExecutor()) {
            var run = thread.submit(() -> runAsScheduled(replica(MORNING)));
            while (pushesTo(wang).isEmpty()) {
                Thread.sleep(10);
            }
            renewed.in(wang);
            registered.countDown();
            run.get();
        }
        replica(MORNING.plus(Duration.ofMinutes(5))).run();

        assertThat(rows.activeDevicesOf(wang)).containsExactly(phone.installationId());
        assertThat(pushesTo(wang))
                .extracting(push -> push.message().at("/token").asText())
                .containsExactly(phone.address(), renewed.address());
        assertThat(states(wang)).containsExactly("SENT");
    }

    @Test
    void overloadIsRetriedLaterUnderTheSameId() {
        var wang = Given.anOrganisation().salesperson("wang");
        Phone.android().in(wang);
        tell(wang, DAY, "1.00");
        fcm.answering(withHeader("Retry-After", "120", fcmError(503, "UNAVAILABLE", "UNAVAILABLE")));

        replica(MORNING).run();
        replica(MORNING.plusSeconds(119)).run();
        assertThat(pushesTo(wang)).as("before the time that was asked for").hasSize(1);
        replica(MORNING.plus(Duration.ofMinutes(5))).run();

        assertThat(pushesTo(wang)).hasSize(2);
        assertThat(notificationIds(wang)).hasSize(1);
        assertThat(rows.deliveriesTo(wang)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo("SENT");
            assertThat(row.attempts()).isEqualTo(2);
            assertThat(row.outcomeUnknown()).isFalse();
        });
    }

    @Test
    void unknownOutcomeIsRetriedUnderTheSameIdAndSaidToBeUnknown() {
        var wang = Given.anOrganisation().salesperson("wang");
        Phone.android().in(wang);
        tell(wang, DAY, "1.00");
        fcm.answering(hangUp());

        replica(MORNING).run();
        replica(MORNING.plus(Duration.ofMinutes(5))).run();

        assertThat(pushesTo(wang)).hasSize(2);
        assertThat(notificationIds(wang)).hasSize(1);
        assertThat(rows.deliveriesTo(wang))
                .singleElement()
                .satisfies(row -> assertThat(row.outcomeUnknown()).isTrue());
    }

    @Test
    void refusedCredentialsPauseTheChannelAndCostNoTry() {
        var wang = Given.anOrganisation().salesperson("wang");
        Phone.android().in(wang);
        Phone.ios().in(wang);
        tell(wang, DAY, "1.00");
        fcm.answering(error(401, "UNAUTHENTICATED"));

        var replica = replica(MORNING, 1);
        replica.run();

        assertThat(pushesTo(wang)).as("the second is not even tried").hasSize(1);
        assertThat(rows.deliveriesTo(wang)).hasSize(2).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo("PENDING");
            assertThat(row.attempts()).isZero();
        });

        replica(MORNING.plus(Duration.ofMinutes(6))).run();

        assertThat(states(wang)).containsExactly("SENT", "SENT");
    }

    @Test
    void nothingIsToldOfWhatWasPaidBeforeTheDigestWasDue() {
        var wang = Given.anOrganisation().salesperson("wang");
        Phone.android().in(wang);
        ledger.pay(wang, tell(wang, DAY, "1.00"));

        replica(MORNING).run();

        assertThat(pushesTo(wang)).isEmpty();
        assertThat(rows.digestStatesOf(wang)).containsExactly("EMPTY");
    }

    @Test
    void nothingIsToldOfWhatWasPaidWhileTheDeliveryWaited() {
        var wang = Given.anOrganisation().salesperson("wang");
        Phone.android().in(wang);
        var debt = tell(wang, DAY, "1.00");
        tellings.fanOut(wang.organisation().id(), MORNING, Set.of(ChannelId.FCM), 100);
        ledger.pay(wang, debt);

        replica(MORNING).run();

        assertThat(pushesTo(wang)).isEmpty();
        assertThat(rows.deliveriesTo(wang))
                .filteredOn(row -> row.outcome().equals("NOTHING_TO_TELL"))
                .hasSize(1);
    }

    @Test
    void whatCameInAfterAnEmptyDigestIsTold() {
        var wang = Given.anOrganisation().salesperson("wang");
        Phone.android().in(wang);
        ledger.pay(wang, tell(wang, DAY, "1.00"));
        replica(MORNING).run();

        tell(wang, DAY, "2.00");
        replica(MORNING).run();
        tell(wang, DAY, "3.00");
        replica(MORNING).run();

        assertThat(pushesTo(wang)).as("once, for a day has one digest").hasSize(1);
    }

    @Test
    void formerOwnerIsNotTold() {
        var east = Given.anOrganisation().team("East", null);
        var people = east.salespeople("wang", "chen");
        Phone.android().in(people.get(0));
        Phone.android().in(east.manager());
        var debt = tell(people.get(0), DAY.minusDays(9), "1.00");
        tell(people.get(0), east.manager(), debt, DAY.minusDays(9), DAY, MORNING, DigestTiming.NOW);

        ledger.handOver(east.manager(), debt, people.get(1));
        replica(MORNING).run();

        assertThat(pushesTo(people.get(0))).isEmpty();
        assertThat(pushesTo(east.manager())).as("sees the new owner's as well").hasSize(1);
    }

    @Test
    void phoneThatChangedHandsBringsNothingToItsNewUser() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        var chen = organisation.salesperson("chen");
        var phone = Phone.android().in(wang);
        tell(wang, DAY, "1.00");
        tellings.fanOut(organisation.id(), MORNING, Set.of(ChannelId.FCM), 100);

        phone.in(chen);
        replica(MORNING).run();

        assertThat(fcm.received()).noneMatch(push -> push.message().toString().contains(phone.address()));
        assertThat(rows.deliveriesTo(wang))
                .singleElement()
                .satisfies(row -> assertThat(row.outcome()).isEqualTo("NOT_THEIRS"));
    }

    @Test
    void twoReplicasAtOnceSendEachOnce() throws Exception {
        var wang = Given.anOrganisation().salesperson("wang");
        IntStream.range(0, 30).forEach(_ -> Phone.android().in(wang));
        tell(wang, DAY, "1.00");

        try (var threads = Executors.newFixedThreadPool(2)) {
            var runs = Stream.of(replica(MORNING, 3), replica(MORNING, 3))
                    .<Callable<Void>>map(replica -> () -> {
                        runAsScheduled(replica);
                        return null;
                    })
                    .toList();
            for (var run : threads.invokeAll(runs)) {
                run.get();
            }
        }

        assertThat(pushesTo(wang)).hasSize(30);
        assertThat(notificationIds(wang)).hasSize(30);
        assertThat(states(wang)).containsOnly("SENT");
    }

    @Test
    void deliveryOfACrashedReplicaIsTakenOverWhenItsLeaseHasRunOut() {
        var wang = Given.anOrganisation().salesperson("wang");
        Phone.android().in(wang);
        tell(wang, DAY, "1.00");
        claim(wang, MORNING);

        replica(MORNING.plusSeconds(59)).run();
        assertThat(pushesTo(wang)).isEmpty();
        replica(MORNING.plusSeconds(61)).run();

        assertThat(pushesTo(wang)).hasSize(1);
        assertThat(rows.deliveriesTo(wang)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo("SENT");
            assertThat(row.outcomeUnknown()).as("it had not begun to send").isFalse();
        });
    }

    @Test
    void whoeverLostTheLeaseWhileSendingSettlesNothing() {
        var wang = Given.anOrganisation().salesperson("wang");
        Phone.android().in(wang);
        tell(wang, DAY, "1.00");
        var hand = claim(wang, MORNING);
        var ids = List.of(hand.held().getFirst().id());
        var ready =
                deliveries.begin(hand, ids, MORNING, MORNING.plusSeconds(60)).getFirst();

        replica(MORNING.plusSeconds(61)).run();
        var before = rows.deliveriesTo(wang);
        var sent = new DeliveryKeeping.Sent(
                ready, new Accepted("late", ready.envelope().address()));
        var late = deliveries.settle(wang.organisation().id(), List.of(sent), MORNING.plusSeconds(62));

        assertThat(late).extracting(DeliveryKeeping.Result::outcome).containsExactly("LEASE_LOST");
        assertThat(rows.deliveriesTo(wang)).isEqualTo(before).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo("SENT");
            assertThat(row.attempts()).isEqualTo(2);
            assertThat(row.outcomeUnknown())
                    .as("the first may have arrived as well")
                    .isTrue();
        });
        assertThat(deliveries.begin(hand, ids, MORNING.plusSeconds(63), MORNING.plusSeconds(99)))
                .isEmpty();
    }

    @Test
    void aSlowSendHoldsUpNobodyElse() throws Exception {
        var wang = Given.anOrganisation().salesperson("wang");
        IntStream.range(0, 30).forEach(_ -> Phone.android().in(wang));
        tell(wang, DAY, "1.00");
        var slow = new CountDownLatch(1);
        fcm.answering(LoopbackFcm.after(slow, fcm::accept));

        try (var thread = Executors.newSingleThreadExecutor()) {
            var run = thread.submit(() -> runAsScheduled(replica(MORNING, 2)));
            while (states(wang).stream().filter("SENT"::equals).count() < 29) {
                Thread.sleep(10);
            }
            assertThat(run).isNotDone();
            slow.countDown();
            run.get();
        }

        assertThat(pushesTo(wang)).hasSize(30);
        assertThat(states(wang)).containsOnly("SENT");
    }

    @Test
    void shutdownWaitsForWhatIsOnItsWayAndBeginsNothingMore() throws Exception {
        var wang = Given.anOrganisation().salesperson("wang");
        IntStream.range(0, 5).forEach(_ -> Phone.android().in(wang));
        tell(wang, DAY, "1.00");
        var answer = new CountDownLatch(1);
        fcm.answering(LoopbackFcm.after(answer, fcm::accept));
        var replica = replica(MORNING, 1);

        try (var threads = Executors.newFixedThreadPool(2)) {
            var run = threads.submit(() -> runAsScheduled(replica));
            while (pushesTo(wang).isEmpty()) {
                Thread.sleep(10);
            }
            var drained = threads.submit(() -> replica.drain(new ShutdownEvent()));
            assertThatThrownBy(() -> drained.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            answer.countDown();
            drained.get();

            assertThat(pushesTo(wang)).hasSize(1);
            assertThat(rows.deliveriesTo(wang))
                    .as("as soon as it has drained")
                    .extracting(DeliveryRows.Row::state, DeliveryRows.Row::attempts)
                    .containsExactlyInAnyOrder(
                            tuple("SENT", 1),
                            tuple("PENDING", 0),
                            tuple("PENDING", 0),
                            tuple("PENDING", 0),
                            tuple("PENDING", 0));
            run.get();
        }

        replica(MORNING).run();
        assertThat(states(wang)).containsOnly("SENT");
        assertThat(notificationIds(wang)).hasSize(5);
    }

    @Test
    void quietHoursPutOffToTheNextMorningAndTellOfThatMorning() {
        var wang = Given.anOrganisation().salesperson("wang");
        Phone.android().in(wang);
        var evening = DAY.atTime(20, 59).atZone(SHANGHAI).toInstant();
        var debt = ledger.owed(wang, "1.00", DAY);
        tell(wang, wang, debt, DAY, DAY, evening, DigestTiming.AT_CHOSEN_TIME);
        tellings.fanOut(wang.organisation().id(), evening, Set.of(ChannelId.FCM), 100);

        replica(evening.plus(Duration.ofMinutes(2))).run();
        replica(evening.plus(Duration.ofHours(8))).run();
        assertThat(pushesTo(wang)).isEmpty();
        replica(evening.plus(Duration.ofHours(13))).run();

        assertThat(pushesTo(wang))
                .singleElement()
                .satisfies(push -> assertThat(push.message().at("/android/notification/body_loc_args"))
                        .extracting(argument -> argument.asText())
                        .containsExactly("0", "1", "0"));
    }

    @Test
    void whatNobodyCouldBeToldInTimeExpires() {
        var wang = Given.anOrganisation().salesperson("wang");
        tell(wang, DAY, "1.00");

        replica(MORNING.plus(Duration.ofDays(1))).run();
        Phone.android().in(wang);
        replica(MORNING.plus(Duration.ofDays(1))).run();

        assertThat(pushesTo(wang)).isEmpty();
        assertThat(rows.digestStatesOf(wang)).containsExactly("EXPIRED");
    }

    @Test
    void healthSaysThatPushIsOffAndIsUpAllTheSame() {
        var health = RestAssured.get("/q/health/ready").jsonPath();

        assertThat(health.getString("status")).isEqualTo("UP");
        assertThat(health.getString("checks.find { it.name == 'push' }.data.push"))
                .isEqualTo("off");
        assertThat(health.getString("checks.find { it.name == 'push' }.data.reason"))
                .isNotBlank();
    }

    /** The scheduler opens a request context on its thread. */
    private static void runAsScheduled(DispatchJob replica) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            replica.run();
        } finally {
            context.terminate();
        }
    }

    private DispatchJob replica(Instant now) {
        return replica(now, 4);
    }

    private DispatchJob replica(Instant now, int concurrency) {
        var settings = new Settings("off", "0s", concurrency, 8, Duration.ofMinutes(5));
        return new DispatchJob(tellings, deliveries, watch, settings, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** A replica has them in hand for a minute. */
    private DeliveryKeeping.Hand claim(Person recipient, Instant now) {
        var organisation = recipient.organisation().id();
        tellings.fanOut(organisation, now, Set.of(ChannelId.FCM), 100);
        return deliveries.claim(organisation, now, now.plusSeconds(60), Set.of(), 100);
    }

    private Debt tell(Person owner, LocalDate dueOn, String amount) {
        return tell(owner, dueOn, amount, DAY, MORNING);
    }

    private Debt tell(Person owner, LocalDate dueOn, String amount, LocalDate businessDate, Instant now) {
        return tell(owner, owner, ledger.owed(owner, amount, dueOn), dueOn, businessDate, now, DigestTiming.NOW);
    }

    private Debt tell(
            Person owner,
            Person recipient,
            Debt debt,
            LocalDate dueOn,
            LocalDate businessDate,
            Instant now,
            DigestTiming timing) {
        var organisation = owner.organisation().id();
        var notice = new NewNotice(
                recipient.id(),
                NoticeKind.OVERDUE,
                debt.receivableId(),
                debt.customerId(),
                0,
                1,
                dueOn,
                Money.of("1.00", "CNY"),
                ReminderStep.ANY_CHANNEL);
        scope.within(organisation, () -> posting.post(organisation, List.of(notice), businessDate, timing, now));
        return debt;
    }

    /** The digests among them: of a payment each hears by itself. */
    private List<Received> pushesTo(Person recipient) {
        return fcm.received().stream()
                .filter(push -> push.message().at("/data/type").asText().equals("digest"))
                .filter(push -> push.message()
                        .at("/data/recipientUserId")
                        .asText()
                        .equals(recipient.id().toString()))
                .toList();
    }

    private Set<String> notificationIds(Person recipient) {
        return Set.copyOf(pushesTo(recipient).stream()
                .map(push -> push.message().at("/data/notificationId").asText())
                .toList());
    }

    private List<String> states(Person recipient) {
        return rows.deliveriesTo(recipient).stream()
                .map(DeliveryRows.Row::state)
                .toList();
    }
}
