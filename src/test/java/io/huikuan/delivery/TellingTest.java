package io.huikuan.delivery;

import static io.huikuan.channel.LoopbackFcm.fcmError;
import static io.huikuan.channel.LoopbackFcm.hangUp;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.channel.Address.Mailbox;
import io.huikuan.channel.Address.Telephone;
import io.huikuan.channel.Content.Headline;
import io.huikuan.channel.Content.Letter;
import io.huikuan.channel.Envelope;
import io.huikuan.channel.LoopbackFcm;
import io.huikuan.channel.PushKind;
import io.huikuan.channel.SendOutcome.AddressGone;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.notification.DigestTiming;
import io.huikuan.notification.EventNotice;
import io.huikuan.notification.NewNotice;
import io.huikuan.notification.NoticeKind;
import io.huikuan.notification.NoticePosting;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.rules.Money;
import io.huikuan.rules.ReminderStep;
import io.huikuan.subscription.Subscribing;
import io.huikuan.testing.Given;
import io.huikuan.testing.Ledger;
import io.huikuan.testing.Ledger.Debt;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is told of what, by which way, when, and how often: as each person has set it. */
@QuarkusTest
@Timeout(60)
class TellingTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Instant MORNING = DAY.atTime(10, 0).atZone(SHANGHAI).toInstant();
    private static final LoopbackFcm.Answer UNREGISTERED = fcmError(404, "NOT_FOUND", "UNREGISTERED");
    private static final List<NoticeKind> FIVE = List.of(
            NoticeKind.PAYMENT_SECURED,
            NoticeKind.PAYMENT_CLEARED,
            NoticeKind.PAYMENT_REJECTED,
            NoticeKind.PAYMENT_BOUNCED,
            NoticeKind.PAYMENT_REVERSED);

    @Inject
    NoticePosting posting;

    @Inject
    TellingKeeping tellings;

    @Inject
    DeliveryKeeping deliveries;

    @Inject
    OrganisationScope scope;

    @Inject
    Subscribing subscribing;

    @Inject
    DeliveryRows rows;

    private final Ledger ledger = new Ledger();
    private PostOffice post;
    private LoopbackFcm fcm;
    private Postbox mail;
    private Postbox sms;

    @BeforeEach
    void open() {
        post = new PostOffice(tellings, deliveries);
        fcm = post.fcm();
        mail = post.mail();
        sms = post.sms();
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void phoneThatIsGoneIsFollowedByALetterAndNothingElse() {
        var wang = reachable(Given.anOrganisation());
        Phone.android().in(wang);
        digest(wang);
        fcm.alwaysAnswering(UNREGISTERED);

        run(3);

        assertThat(post.pushesTo(wang)).hasSize(1);
        assertThat(mail.received()).singleElement().satisfies(letter -> {
            assertThat(letter.address()).isEqualTo(new Mailbox("wang@example.com"));
            assertThat(letter.recipientId()).isEqualTo(wang.id());
            assertThat(letter.content())
                    .isInstanceOfSatisfying(
                            Headline.class,
                            headline -> assertThat(headline.counts()).containsExactly(1, 0, 0));
        });
        assertThat(sms.received()).isEmpty();
        assertThat(rows.tellingsOf(wang)).containsExactly("DIGEST SENT");
    }

    @Test
    void whoHasNoPhoneIsWrittenToAndWhoHasNeitherIsSentAMessage() {
        var organisation = Given.anOrganisation();
        var wang = reachable(organisation);
        var chen = organisation.salesperson("chen");
        settings(chen, Map.of("phone", "+8613900000000"));
        digest(wang);
        digest(chen);

        run(1);

        assertThat(mail.received()).extracting(Envelope::recipientId).containsExactly(wang.id());
        assertThat(sms.received()).singleElement().satisfies(message -> {
            assertThat(message.recipientId()).isEqualTo(chen.id());
            assertThat(message.address()).isEqualTo(new Telephone("+8613900000000"));
        });
    }

    @Test
    void phoneThatMayShowNothingIsNoWay() {
        var wang = reachable(Given.anOrganisation());
        Phone.android().silentIn(wang);
        digest(wang);

        run(1);

        assertThat(post.pushesTo(wang)).isEmpty();
        assertThat(mail.received()).hasSize(1);
    }

    @Test
    void eachChannelIsTriedOnceAndTheEndIsSaid() {
        var wang = reachable(Given.anOrganisation());
        Phone.android().in(wang);
        digest(wang);
        fcm.alwaysAnswering(UNREGISTERED);
        mail.answering(new Rejected("too large"));
        sms.answering(new AddressGone("no such number"));

        run(5);

        assertThat(post.pushesTo(wang)).hasSize(1);
        assertThat(mail.received()).hasSize(1);
        assertThat(sms.received()).hasSize(1);
        assertThat(rows.tellingsOf(wang)).containsExactly("DIGEST UNREACHED");
    }

    @Test
    void noSecondChannelAfterSuccessOnOneOfTwoPhones() {
        var wang = reachable(Given.anOrganisation());
        Phone.android().in(wang);
        Phone.ios().in(wang);
        digest(wang);
        fcm.answering(UNREGISTERED);

        run(3);

        assertThat(post.pushesTo(wang)).hasSize(2);
        assertThat(mail.received()).isEmpty();
        assertThat(rows.tellingsOf(wang)).containsExactly("DIGEST SENT");
    }

    @Test
    void nextChannelWaitsForTheEndOfTheOneBefore() {
        var wang = reachable(Given.anOrganisation());
        Phone.android().in(wang);
        digest(wang);
        fcm.answering(fcmError(503, "UNAVAILABLE", "UNAVAILABLE"));

        run(3);

        assertThat(post.pushesTo(wang)).hasSize(1);
        assertThat(mail.received()).isEmpty();

        post.replica(MORNING.plus(Duration.ofMinutes(20))).run();

        assertThat(post.pushesTo(wang)).hasSize(2);
        assertThat(mail.received()).isEmpty();
    }

    @Test
    void onlyAnUnknownOutcomeMayEndInTwo() {
        var wang = reachable(Given.anOrganisation());
        Phone.android().in(wang);
        digest(wang);
        fcm.alwaysAnswering(hangUp());

        for (int tries = 0; tries < 10; tries++) {
            post.replica(MORNING.plus(Duration.ofMinutes(11).multipliedBy(tries)))
                    .run();
        }

        assertThat(post.pushesTo(wang)).hasSize(8);
        assertThat(mail.received()).hasSize(1);
        assertThat(rows.deliveriesTo(wang)).anySatisfy(row -> {
            assertThat(row.state()).isEqualTo("DEAD");
            assertThat(row.outcomeUnknown()).isTrue();
        });
    }

    @Test
    void everybodyChoosesTheChannelsForEachCategory() {
        var organisation = Given.anOrganisation();
        var wang = reachable(organisation);
        Phone.android().in(wang);
        settings(
                wang,
                Map.of(
                        "email",
                        "wang@example.com",
                        "channels",
                        Map.of("reminders", List.of("EMAIL"), "payments", List.of())));
        digest(wang);
        news(wang, FIVE);

        run(3);

        assertThat(post.pushesTo(wang)).isEmpty();
        assertThat(mail.received())
                .extracting(letter -> ((Headline) letter.content()).kind())
                .containsExactly(PushKind.DIGEST);
    }

    @Test
    void whoTurnsAChannelOffIsNotToldByItAnyMore() {
        var wang = reachable(Given.anOrganisation());
        Phone.android().in(wang);
        digest(wang);
        post.fanOut(wang, MORNING);
        settings(wang, Map.of("email", "wang@example.com", "channels", Map.of("reminders", List.of("EMAIL"))));

        run(3);

        assertThat(post.pushesTo(wang)).isEmpty();
    }

    @Test
    void newsThatCannotWaitGoesOutByItselfOnceAndNotWhenItWasRead() {
        var wang = Given.anOrganisation().salesperson("wang");
        Phone.android().in(wang);
        var payment = news(wang, List.of(NoticeKind.PAYMENT_CLEARED, NoticeKind.PAYMENT_BOUNCED));
        tell(wang, payment, NoticeKind.PAYMENT_CLEARED);
        var bounced = wang.gets("/notifications?limit=200")
                .jsonPath()
                .getString("items.find { it.kind == 'PAYMENT_BOUNCED' }.id");
        wang.posts("/notifications/" + bounced + "/read", Map.of()).then().statusCode(204);

        run(2);

        assertThat(post.pushesTo(wang)).singleElement().satisfies(cleared -> {
            assertThat(cleared.message().at("/data/type").asText()).isEqualTo("payment_received");
            assertThat(cleared.message().at("/data/deeplink").asText()).startsWith("huikuan://customers/");
            assertThat(cleared.message().toString()).doesNotContain("1.00").doesNotContain("Customer");
        });
    }

    @Test
    void newsOfACustomerThatWasHandedOverIsNotTold() {
        var east = Given.anOrganisation().team("East", null);
        var people = east.salespeople("wang", "chen");
        Phone.android().in(people.get(0));
        var debt = ledger.owed(people.get(0), "1.00", DAY);
        var payment = ledger.paid(people.get(0), debt);
        tell(people.get(0), payment, debt.customerId(), NoticeKind.PAYMENT_CLEARED);
        ledger.handOver(east.manager(), debt, people.get(1));

        run(1);

        assertThat(post.pushesTo(people.get(0))).isEmpty();
    }

    @Test
    void escalationIsToldBesidesTheDigestAndCounted() {
        var east = Given.anOrganisation().team("East", null);
        var wang = east.salespeople("wang").getFirst();
        Phone.android().in(east.manager());
        notice(wang, east.manager(), NoticeKind.ESCALATED, DAY, MORNING);
        notice(wang, east.manager(), NoticeKind.ESCALATED, DAY, MORNING);

        run(2);

        assertThat(post.pushesTo(east.manager()))
                .extracting(sent -> sent.message().at("/data/type").asText() + " "
                        + sent.message()
                                .at("/android/notification/body_loc_args/0")
                                .asText())
                .containsExactlyInAnyOrder("digest 2", "escalated 2");
    }

    @Test
    void quietHoursOfOnesOwnPutOffAndDropNothing() {
        var wang = Given.anOrganisation().salesperson("wang");
        Phone.android().in(wang);
        settings(wang, Map.of("quietHours", Map.of("from", "09:00", "until", "12:00"), "dailyCap", 2));
        news(wang, List.of(NoticeKind.PAYMENT_CLEARED, NoticeKind.PAYMENT_BOUNCED));

        run(1);
        post.replica(MORNING.plus(Duration.ofMinutes(119))).run();
        assertThat(post.pushesTo(wang)).isEmpty();
        assertThat(rows.tellingsOf(wang))
                .as("nor was it counted")
                .containsOnly("PAYMENT_RECEIVED TELLING", "PAYMENT_NEWS TELLING");

        post.replica(MORNING.plus(Duration.ofMinutes(190))).run();
        assertThat(post.pushesTo(wang)).hasSize(2);
    }

    @Test
    void withoutQuietHoursTheEveningIsAsGoodAsTheMorning() {
        var wang = Given.anOrganisation().salesperson("wang");
        Phone.android().in(wang);
        settings(wang, Map.of("quietHours", Map.of("from", "00:00", "until", "00:00")));
        var evening = DAY.atTime(22, 30).atZone(SHANGHAI).toInstant();
        var debt = ledger.owed(wang, "1.00", DAY);
        var payment = ledger.paid(wang, debt);
        tell(wang, payment, debt.customerId(), NoticeKind.PAYMENT_CLEARED, evening);

        post.replica(evening).run();

        assertThat(post.pushesTo(wang)).hasSize(1);
    }

    @Test
    void nothingExceedsTheCapOfADayNotEvenWithTwoReplicas() throws Exception {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        Phone.android().in(wang);
        Phone.ios().in(wang);
        settings(wang, Map.of("dailyCap", 3));
        news(wang, FIVE);

        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = Stream.of(post.replica(MORNING), post.replica(MORNING))
                    .<Callable<Void>>map(replica -> () -> {
                        runAsScheduled(replica);
                        return null;
                    })
                    .toList();
            for (var run : threads.invokeAll(both)) {
                run.get();
            }
        }
        run(2);

        assertThat(post.pushesTo(wang))
                .as("three tellings at the most, each on two phones")
                .hasSizeBetween(1, 6);
        assertThat(rows.tellingsOf(wang))
                .filteredOn(telling -> telling.endsWith("SENT"))
                .hasSizeLessThanOrEqualTo(3);
        assertThat(rows.tellingsOf(wang))
                .filteredOn(telling -> telling.endsWith("CAPPED"))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(rows.toldOn(wang, DAY)).isEqualTo(3);
    }

    @Test
    void capBeginsAnewWithTheDayAndNobodyRaisesTheOrganisations() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        Phone.android().in(wang);
        defaults(organisation, 1);
        settings(wang, Map.of("dailyCap", 500));
        news(wang, List.of(NoticeKind.PAYMENT_CLEARED, NoticeKind.PAYMENT_BOUNCED));

        run(2);
        assertThat(post.pushesTo(wang)).hasSize(1);

        var debt = ledger.owed(wang, "1.00", DAY);
        var payment = ledger.paid(wang, debt);
        var tomorrow = MORNING.plus(Duration.ofDays(1));
        tell(wang, payment, debt.customerId(), NoticeKind.PAYMENT_CLEARED, tomorrow);
        post.replica(tomorrow).run();
        assertThat(post.pushesTo(wang)).hasSize(2);
    }

    @Test
    void oneMorningHasOneDigestThatTellsForAll() {
        var wang = Given.anOrganisation().salesperson("wang");
        Phone.android().in(wang);
        notice(
                wang,
                wang,
                NoticeKind.OVERDUE,
                DAY.minusDays(1),
                MORNING.minus(Duration.ofHours(2)),
                DigestTiming.AT_CHOSEN_TIME);
        notice(wang, wang, NoticeKind.OVERDUE, DAY, MORNING.minus(Duration.ofHours(2)), DigestTiming.AT_CHOSEN_TIME);

        run(2);

        assertThat(post.pushesTo(wang))
                .singleElement()
                .satisfies(push -> assertThat(push.message().at("/android/notification/body_loc_args"))
                        .extracting(argument -> argument.asInt())
                        .satisfies(counts -> assertThat(counts.stream()
                                        .mapToInt(Integer::intValue)
                                        .sum())
                                .isEqualTo(2)));
        assertThat(rows.tellingsOf(wang)).containsExactlyInAnyOrder("DIGEST MERGED", "DIGEST SENT");
    }

    @Test
    void digestThatTheEveningPutOffIsToldByTheNextMornings() {
        var wang = Given.anOrganisation().salesperson("wang");
        Phone.android().in(wang);
        var evening = DAY.minusDays(1).atTime(20, 59).atZone(SHANGHAI).toInstant();
        notice(wang, wang, NoticeKind.OVERDUE, DAY.minusDays(1), evening, DigestTiming.AT_CHOSEN_TIME);
        post.fanOut(wang, evening);
        post.replica(evening.plus(Duration.ofMinutes(2))).run();
        notice(wang, wang, NoticeKind.OVERDUE, DAY, evening.plus(Duration.ofHours(5)), DigestTiming.AT_CHOSEN_TIME);

        run(2);

        assertThat(post.pushesTo(wang)).hasSize(1);
        assertThat(rows.tellingsOf(wang)).containsExactlyInAnyOrder("DIGEST MERGED", "DIGEST SENT");
    }

    @Test
    void digestThatFoundNothingToTellAtTheLastLookWasNotSent() {
        var wang = Given.anOrganisation().salesperson("wang");
        Phone.android().in(wang);
        var debt = notice(wang, wang, NoticeKind.OVERDUE, DAY, MORNING);
        post.fanOut(wang, MORNING);
        ledger.pay(wang, debt);

        run(2);

        assertThat(rows.tellingsOf(wang)).contains("DIGEST EMPTY");

        notice(wang, wang, NoticeKind.OVERDUE, DAY, MORNING);
        run(2);

        assertThat(post.pushesTo(wang)).as("there is something new to tell").hasSize(1);
        assertThat(rows.tellingsOf(wang)).contains("DIGEST SENT");
    }

    @Test
    void deadLetterIsListedAndBroughtOnceMoreUnderTheSameId() {
        var wang = Given.anOrganisation().salesperson("wang");
        Phone.android().in(wang);
        digest(wang);
        fcm.alwaysAnswering(fcmError(400, "INVALID_ARGUMENT", "INVALID_ARGUMENT"));
        run(2);
        var admin = wang.organisation().admin();
        var dead = admin.gets("/deliveries?state=DEAD&channel=FCM").jsonPath();
        assertThat(dead.getList("items.recipientId")).containsExactly(wang.id().toString());
        assertThat(dead.getString("items[0].outcome")).isEqualTo("REJECTED");
        var id = dead.getString("items[0].id");
        fcm.alwaysAnswering(fcm::accept);

        assertThat(Given.anOrganisation()
                        .admin()
                        .posts("/deliveries/" + id + "/requeue", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(admin.posts("/deliveries/" + id + "/requeue", Map.of()).statusCode())
                .isEqualTo(204);
        assertThat(admin.posts("/deliveries/" + id + "/requeue", Map.of()).statusCode())
                .as("it is under way")
                .isEqualTo(409);
        post.replica(Instant.now().isAfter(MORNING) ? Instant.now() : MORNING).run();

        assertThat(post.pushesTo(wang))
                .hasSize(2)
                .allSatisfy(push -> assertThat(
                                push.message().at("/data/notificationId").asText())
                        .isEqualTo(id));
        assertThat(rows.tellingsOf(wang)).containsExactly("DIGEST SENT");
        assertThat(admin.gets("/deliveries?state=DEAD").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void whatWasAskedForComesByTheChannelThatWasNamedWhenItsTimeHasCome() {
        var wang = reachable(Given.anOrganisation());
        Phone.android().in(wang);
        settings(wang, Map.of("email", "wang@example.com", "channels", Map.of("reminders", List.of("FCM"))));
        ledger.owed(wang, "1.00", DAY.minusDays(90));
        var next = wang.asks()
                .body(Map.of("at", "10:07", "channel", "EMAIL"))
                .put("/me/subscriptions/MY_DUE")
                .jsonPath()
                .getString("nextAt");
        var due = Instant.parse(next);
        var organisation = wang.organisation().id();

        assertThat(plan(organisation, due.minusSeconds(1))).isZero();
        assertThat(plan(organisation, due)).isEqualTo(1);
        assertThat(plan(organisation, due)).as("the next one is another day's").isZero();
        post.replica(due).run();
        post.replica(due.plusSeconds(60)).run();

        assertThat(post.pushesTo(wang)).isEmpty();
        assertThat(mail.received()).singleElement().satisfies(letter -> {
            assertThat(letter.content()).isInstanceOf(Letter.class);
            assertThat(letter.recipientId()).isEqualTo(wang.id());
        });
    }

    private int plan(UUID organisation, Instant now) {
        return scope.within(organisation, () -> subscribing.planDue(organisation, now, 100));
    }

    private static Person reachable(Organisation organisation) {
        var wang = organisation.salesperson("wang");
        settings(wang, Map.of("email", "wang@example.com", "phone", "+8613800000000"));
        return wang;
    }

    private static void settings(Person person, Map<String, Object> wanted) {
        person.asks()
                .header("If-Match", "*")
                .body(wanted)
                .put("/me/notification-settings")
                .then()
                .statusCode(200);
    }

    private static void defaults(Organisation organisation, int cap) {
        organisation
                .admin()
                .asks()
                .header("If-Match", "*")
                .body(Map.of("quietHours", Map.of("from", "21:00", "until", "08:00"), "dailyCap", cap))
                .put("/notification-defaults")
                .then()
                .statusCode(200);
    }

    private void run(int times) {
        for (int i = 0; i < times; i++) {
            post.replica(MORNING).run();
        }
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

    private void digest(Person owner) {
        var _ = notice(owner, owner, NoticeKind.DUE_TODAY, DAY, MORNING);
    }

    private Debt notice(Person owner, Person recipient, NoticeKind kind, LocalDate businessDate, Instant now) {
        return notice(owner, recipient, kind, businessDate, now, DigestTiming.NOW);
    }

    private Debt notice(
            Person owner, Person recipient, NoticeKind kind, LocalDate businessDate, Instant now, DigestTiming timing) {
        var organisation = owner.organisation().id();
        var debt = ledger.owed(owner, "1.00", businessDate);
        var notice = new NewNotice(
                recipient.id(),
                kind,
                debt.receivableId(),
                debt.customerId(),
                0,
                1,
                businessDate,
                Money.of("1.00", "CNY"),
                ReminderStep.ANY_CHANNEL);
        scope.within(organisation, () -> posting.post(organisation, List.of(notice), businessDate, timing, now));
        return debt;
    }

    /** Of one payment, what became of it. */
    private UUID news(Person recipient, List<NoticeKind> kinds) {
        var debt = ledger.owed(recipient, "1.00", DAY);
        var payment = ledger.paid(recipient, debt);
        kinds.forEach(kind -> tell(recipient, payment, debt.customerId(), kind));
        return payment;
    }

    private void tell(Person recipient, UUID payment, NoticeKind kind) {
        var customer = recipient.gets("/customers?limit=1").jsonPath().getUUID("items[0].id");
        tell(recipient, payment, customer, kind);
    }

    private void tell(Person recipient, UUID payment, UUID customer, NoticeKind kind) {
        tell(recipient, payment, customer, kind, MORNING);
    }

    private void tell(Person recipient, UUID payment, UUID customer, NoticeKind kind, Instant now) {
        var organisation = recipient.organisation().id();
        var notice = new EventNotice(
                kind,
                new EventNotice.Payment(payment),
                customer,
                List.of(recipient.id()),
                Money.of("1.00", "CNY"),
                DAY);
        QuarkusTransaction.requiringNew()
                .run(() -> scope.within(organisation, () -> {
                    posting.tell(organisation, notice, DAY, now);
                    return notice;
                }));
    }
}
