package io.huikuan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.channel.Channel;
import io.huikuan.channel.LoopbackChannel;
import io.huikuan.channel.LoopbackFcm;
import io.huikuan.dunning.LetterDeciding;
import io.huikuan.mail.LoopbackMail;
import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import io.huikuan.sms.LoopbackSms;
import io.huikuan.testing.Dunning;
import io.huikuan.testing.Given;
import io.huikuan.testing.Portfolio;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What reaches the contacts of customers, over SMTP and HTTP. */
@QuarkusTest
@Timeout(60)
class LetterTellingTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Instant MORNING = DAY.atTime(10, 0).atZone(SHANGHAI).toInstant();
    private static final Map<String, String> AUTOMATIC = Map.of("approval", "AUTOMATIC");

    @Inject
    TellingKeeping tellings;

    @Inject
    DeliveryKeeping deliveries;

    @Inject
    LetterDeciding deciding;

    private final String mailbox = Portfolio.unique("chen") + "@example.com";
    private final String telephone = "+861" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
    private LoopbackMail mail;
    private LoopbackSms sms;
    private LoopbackFcm fcm;
    private Channel push;
    private ChannelWatch watch;

    private record Settings(String every, String jitter, int concurrency, int maxAttempts, Duration breakerPause)
            implements DispatchConfig {}

    @BeforeEach
    void openAllEnds() {
        mail = new LoopbackMail();
        sms = new LoopbackSms();
        fcm = new LoopbackFcm();
        push = LoopbackChannel.to(fcm);
        watch = new ChannelWatch(new Channels(List.of(push, mail.channel(), sms.channel())), new SimpleMeterRegistry());
    }

    @AfterEach
    void closeAllEnds() {
        push.close();
        fcm.close();
        sms.close();
        mail.close();
    }

    @Test
    void anApprovedLetterArrivesInTheContactsLanguageWithTheStatement() throws Exception {
        var dunning = Dunning.switchedOn(Map.of());
        dunning.wang()
                .asks()
                .header("If-Match", "*")
                .body(Map.of("email", "wang@huikuan.example"))
                .put("/me/notification-settings")
                .then()
                .statusCode(200);
        var customer = dunning.customer(Map.of("email", mailbox, "locale", "zh-CN"));
        dunning.owed(customer, "I-1", "1000.00", DAY.minusDays(5));
        dunning.owed(customer, "I-2", "200.50", DAY.minusDays(4));
        dunning.look(DAY, MORNING);
        run(MORNING);
        assertThat(mail.lettersTo(mailbox)).as("nobody has approved it").isEmpty();
        approve(dunning, customer);

        run(MORNING);

        var letter = onlyLetter();
        var words = words(letter);
        assertThat(letter.getSubject()).startsWith("付款提醒");
        assertThat(words).contains("Chen Jing", "I-1", "逾期 5 天", "CNY 1,000.00", "合计：CNY 1,200.50", "wang");
        assertThat(((InternetAddress) letter.getReplyTo()[0]).getAddress()).isEqualTo("wang@huikuan.example");
        assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        var statement = ((MimeMultipart) letter.getContent()).getBodyPart(1);
        assertThat(statement.getFileName()).isNotBlank();
        assertThat(new String(statement.getInputStream().readNBytes(5), StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        var shown = shown(dunning, customer);
        assertThat(shown.getString("state")).isEqualTo("SENT");
        assertThat(shown.<String>getList("items.asked.amount")).containsExactly("1000.00", "200.50");
        assertThat(shown.<String>getList("items.receivableId"))
                .allSatisfy(receivable -> assertThat(words)
                        .contains(dunning.wang()
                                .gets("/receivables/" + receivable)
                                .jsonPath()
                                .getString("number")));
    }

    @Test
    void whoHasNoMailboxGetsATextInTheirLanguage() {
        var dunning = Dunning.switchedOn(AUTOMATIC);
        var customer = dunning.customer(Map.of("phone", telephone, "locale", "en"));
        dunning.owed(customer, "I-1", "1000.00", DAY.minusDays(5));
        dunning.look(DAY, MORNING);

        run(MORNING);

        assertThat(sms.textsTo(telephone))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("CNY 1,000.00", "open receivables: 1"));
        assertThat(shown(dunning, customer).getString("state")).isEqualTo("SENT");
    }

    @Test
    void mailboxThatIsGoneIsFollowedByAText() {
        var dunning = Dunning.switchedOn(AUTOMATIC);
        var customer = dunning.customer(Map.of("email", mailbox, "phone", telephone));
        dunning.owed(customer, "I-1", "1000.00", DAY.minusDays(5));
        dunning.look(DAY, MORNING);
        mail.knowsNobody();

        run(MORNING);

        assertThat(mail.lettersTo(mailbox)).isEmpty();
        assertThat(sms.textsTo(telephone)).hasSize(1);
        assertThat(shown(dunning, customer).getString("state")).isEqualTo("SENT");
    }

    @Test
    void whatReachesNobodyHasFailed() {
        var dunning = Dunning.switchedOn(AUTOMATIC);
        var customer = dunning.customer(Map.of("email", mailbox));
        dunning.owed(customer, "I-1", "1000.00", DAY.minusDays(5));
        dunning.look(DAY, MORNING);
        mail.knowsNobody();

        run(MORNING);

        assertThat(shown(dunning, customer).getString("state")).isEqualTo("FAILED");
        assertThat(shown(dunning, customer).getString("because")).isEqualTo("NOT_REACHED");
    }

    @Test
    void whatWasPaidOrHeldMeanwhileIsLeftOutAndALetterOfNothingIsVoid() throws Exception {
        var dunning = Dunning.switchedOn(AUTOMATIC);
        var customer = dunning.customer(Map.of("email", mailbox, "locale", "en"));
        var other = dunning.customer(Map.of("email", "other-" + mailbox));
        Given.aReceivable(dunning.finance(), customer, "I-1", "1000.00", DAY.minusDays(6));
        var contested = dunning.owed(customer, "I-2", "200.50", DAY.minusDays(5));
        dunning.owed(customer, "I-3", "7.00", DAY.minusDays(4));
        dunning.owed(other, "I-1", "1.00", DAY.minusDays(4));
        dunning.look(DAY, MORNING);
        Given.aPayment(dunning.finance(), customer, "1000.00", LocalDate.of(2026, 11, 1));
        Given.aPayment(dunning.finance(), other, "1.00", LocalDate.of(2026, 11, 1));
        dunning.finance()
                .creates(
                        "/pauses",
                        Map.of(
                                "customerId",
                                customer,
                                "receivableId",
                                contested,
                                "kind",
                                "LEGAL",
                                "reason",
                                "In court"));

        run(MORNING);

        assertThat(words(onlyLetter())).contains("I-3", "Total: CNY 7.00").doesNotContain("I-1", "I-2");
        assertThat(shown(dunning, customer).<String>getList("items.findAll { it.asked == null }.number"))
                .containsExactly("I-1", "I-2");
        assertThat(mail.lettersTo("other-" + mailbox)).isEmpty();
        assertThat(shown(dunning, other).getString("state")).isEqualTo("VOID");
        assertThat(shown(dunning, other).getString("because")).isEqualTo("NOTHING_LEFT");
    }

    @Test
    void oneTapInALetterEndsThem() throws Exception {
        var dunning = Dunning.switchedOn(AUTOMATIC);
        var customer = dunning.customer(Map.of("email", mailbox));
        dunning.owed(customer, "I-1", "1000.00", DAY.minusDays(5));
        dunning.look(DAY, MORNING);
        run(MORNING);
        var link = onlyLetter().getHeader("List-Unsubscribe")[0].replaceAll("[<>\\s]", "");

        for (int taps = 0; taps < 2; taps++) {
            RestAssured.given()
                    .formParam("List-Unsubscribe", "One-Click")
                    .post(URI.create(link).getPath())
                    .then()
                    .statusCode(200);
        }

        var contact =
                dunning.wang().gets("/customers/" + customer + "/contacts").jsonPath();
        assertThat(contact.getBoolean("items[0].optedOut")).isTrue();
        assertThat(contact.getString("items[0].optedOutBy")).isNull();
        dunning.owed(customer, "I-2", "1000.00", DAY.minusDays(5));
        dunning.look(DAY.plusDays(1), MORNING.plus(Duration.ofDays(1)));
        assertThat(dunning.letters(customer).getList("items")).hasSize(1);
    }

    @Test
    void noMoreLettersADayThanTheCapWhicheverContactAndReplica() throws Exception {
        var dunning = Dunning.switchedOn(AUTOMATIC);
        var customer = dunning.customer(Map.of("email", mailbox, "dunned", true));
        dunning.owed(customer, "I-1", "1000.00", DAY.minusDays(5));
        dunning.look(DAY, MORNING);
        run(MORNING);
        dunning.contact(customer, Map.of("email", "second-" + mailbox, "dunned", true, "name", "An"));
        dunning.owed(customer, "I-2", "1000.00", DAY.minusDays(5));
        dunning.look(DAY.plusDays(1), MORNING);
        assertThat(dunning.letters(customer).getString("items[0].contactName")).isEqualTo("An");
        Callable<Boolean> replica = () -> {
            run(MORNING);
            return true;
        };

        try (var replicas = Executors.newFixedThreadPool(2)) {
            for (var done : replicas.invokeAll(List.of(replica, replica))) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(mail.lettersTo(mailbox)).hasSize(1);
        assertThat(mail.lettersTo("second-" + mailbox)).isEmpty();
        assertThat(dunning.letters(customer).<String>getList("items.state")).containsExactly("FAILED", "SENT");
    }

    @Test
    void twoReplicasSendALetterOnce() throws Exception {
        var dunning = Dunning.switchedOn(AUTOMATIC);
        var customer = dunning.customer(Map.of("email", mailbox));
        dunning.owed(customer, "I-1", "1000.00", DAY.minusDays(5));
        dunning.look(DAY, MORNING);
        Callable<Boolean> replica = () -> {
            run(MORNING);
            return true;
        };

        try (var replicas = Executors.newFixedThreadPool(2)) {
            for (var done : replicas.invokeAll(List.of(replica, replica))) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(mail.lettersTo(mailbox)).hasSize(1);
        assertThat(shown(dunning, customer).getString("state")).isEqualTo("SENT");
    }

    @Test
    void whatCameAtNightArrivesInTheMorning() throws Exception {
        var dunning = Dunning.switchedOn(AUTOMATIC);
        var customer = dunning.customer(Map.of("email", mailbox));
        dunning.owed(customer, "I-1", "1000.00", DAY.minusDays(5));
        dunning.look(DAY, MORNING);

        run(DAY.atTime(23, 0).atZone(SHANGHAI).toInstant());
        assertThat(mail.lettersTo(mailbox)).isEmpty();
        run(MORNING.plus(Duration.ofDays(1)));

        assertThat(words(onlyLetter())).contains("I-1");
    }

    @Test
    void nothingGoesOutOnceItIsSwitchedOff() {
        var dunning = Dunning.switchedOff();
        var rule = dunning.rule(AUTOMATIC);
        var customer = dunning.customer(Map.of("email", mailbox));
        dunning.owed(customer, "I-1", "1000.00", DAY.minusDays(5));
        dunning.look(DAY, MORNING);
        dunning.admin().asks().delete("/dunning-rules/" + rule).then().statusCode(204);

        run(MORNING);

        assertThat(mail.lettersTo(mailbox)).isEmpty();
    }

    private void approve(Dunning dunning, UUID customer) {
        var wang = new Viewer(
                dunning.organisation().id(),
                dunning.wang().id(),
                Set.of(Role.SALESPERSON),
                false,
                List.of(dunning.wang().id()),
                SHANGHAI);
        deciding.approve(wang, UUID.fromString(dunning.letter(customer)), _ -> {}, DAY, MORNING);
    }

    /** As often as it takes to go from one channel to the next. Also where the test's own request isn't, as the scheduler does. */
    private void run(Instant now) {
        var settings = new Settings("off", "0s", 4, 8, Duration.ofMinutes(5));
        var context = Arc.container().requestContext();
        boolean opened = !context.isActive();
        if (opened) {
            context.activate();
        }
        try {
            for (int i = 0; i < 3; i++) {
                new DispatchJob(tellings, deliveries, watch, settings, Clock.fixed(now, ZoneOffset.UTC)).run();
            }
        } finally {
            if (opened) {
                context.terminate();
            }
        }
    }

    private MimeMessage onlyLetter() {
        var letters = mail.lettersTo(mailbox);
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }

    private static String words(MimeMessage letter) throws Exception {
        var both = (MimeMultipart)
                ((MimeMultipart) letter.getContent()).getBodyPart(0).getContent();
        return String.valueOf(both.getBodyPart(0).getContent());
    }

    private static JsonPath shown(Dunning dunning, UUID customer) {
        return dunning.wang()
                .gets("/dunning-letters/" + dunning.letter(customer))
                .jsonPath();
    }
}
