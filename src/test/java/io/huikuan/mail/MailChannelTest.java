package io.huikuan.mail;

import static io.huikuan.mail.ScriptedSmtp.END;
import static io.huikuan.mail.ScriptedSmtp.HANG_UP;
import static io.huikuan.mail.ScriptedSmtp.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.channel.Address;
import io.huikuan.channel.Address.Mailbox;
import io.huikuan.channel.Channel;
import io.huikuan.channel.ChannelContractTest;
import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.Accepted;
import io.huikuan.channel.SendOutcome.AddressGone;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.channel.SendOutcome.Throttled;
import io.huikuan.channel.SendOutcome.Transient;
import io.huikuan.channel.SendOutcome.UnknownOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract over SMTP, and one row for each answer that servers are known to give. */
class MailChannelTest extends ChannelContractTest {

    private static final Mailbox WANG = new Mailbox("wang@example.com");

    /** Speaks up after the letter, so that it has arrived whatever the answer; the rows below have the other places. */
    private record Server(ScriptedSmtp smtp) implements Provider {

        @Override
        public void knowsNobody() {
            smtp.answering(END, "550 5.1.1 no such user");
        }

        @Override
        public void finds(String fault) {
            smtp.answering(END, "554 5.6.0 " + fault);
        }

        @Override
        public void refusesOurCredentials() {
            smtp.answering(END, "530 5.7.0 authentication required");
        }

        @Override
        public void throttles(Duration retryAfter) {
            smtp.answering(END, "451 4.7.28 unusual rate of mail");
        }

        @Override
        public void isOverloaded(Duration retryAfter) {
            smtp.answering(END, "452 4.3.1 insufficient storage");
        }

        @Override
        public void isBroken() {
            smtp.answering(END, "451 4.3.0 local error");
        }

        @Override
        public void takesAndHangsUp() {
            smtp.answering(END, HANG_UP);
        }

        @Override
        public void takesAndSaysNothing() {
            smtp.answering(END, SILENCE);
        }

        @Override
        public void acceptsOnce(CountDownLatch opened) {
            smtp.answeringAfter(opened);
        }

        @Override
        public List<String> arrived() {
            return smtp.ids();
        }

        @Override
        public void close() {
            smtp.close();
        }
    }

    @Override
    protected Provider provider() {
        return new Server(new ScriptedSmtp());
    }

    @Override
    protected Channel open(Duration patience) {
        return new MailChannel(MailSettings.onThisMachine(
                smtp().port(), Map.of("huikuan.mail.send-timeout", patience.toMillis() + "ms")));
    }

    @Override
    protected Address anAddress() {
        return WANG;
    }

    @Override
    protected boolean providerNamesDelays() {
        return false;
    }

    private ScriptedSmtp smtp() {
        return ((Server) theProvider()).smtp();
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("RCPT", "550 5.1.1 <wang@example.com> no such user", new AddressGone("SMTP 550 5.1.1")),
                Arguments.of("RCPT", "550 no such user", new AddressGone("SMTP 550")),
                Arguments.of("RCPT", "550 5.1.10 null MX", new AddressGone("SMTP 550 5.1.10")),
                Arguments.of("RCPT", "550 5.2.1 mailbox disabled", new AddressGone("SMTP 550 5.2.1")),
                Arguments.of("RCPT", "550 5.7.1 blocked as spam", new Rejected("SMTP 550 5.7.1")),
                Arguments.of("RCPT", "552 5.2.2 mailbox full", new Rejected("SMTP 552 5.2.2")),
                Arguments.of("RCPT", "450 4.2.0 greylisted", new Transient(Optional.empty(), "SMTP 450 4.2.0")),
                Arguments.of("RCPT", "451 try later", new Transient(Optional.empty(), "SMTP 451")),
                Arguments.of(
                        "RCPT",
                        "450 4.2.1 receiving mail at a rate that prevents more",
                        new Throttled(Duration.ofMinutes(5), Scope.CHANNEL)),
                Arguments.of(
                        "MAIL",
                        "454 Throttling failure: Maximum sending rate exceeded.",
                        new Throttled(Duration.ofMinutes(5), Scope.CHANNEL)),
                Arguments.of(
                        "MAIL", "553 5.7.1 sender not owned by you", new ChannelAuth(Scope.CHANNEL, "SMTP 553 5.7.1")),
                Arguments.of("MAIL", "530 5.7.0 log in first", new ChannelAuth(Scope.CHANNEL, "SMTP 530 5.7.0")),
                Arguments.of("DATA", "554 5.3.4 too big", new Rejected("SMTP 554 5.3.4")),
                Arguments.of("DATA", "451 4.3.0 error", new Transient(Optional.empty(), "SMTP 451 4.3.0")),
                Arguments.of(END, "552 5.3.4 too big", new Rejected("SMTP 552 5.3.4")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("answers")
    void readsAnswer(String command, String answer, SendOutcome expected) {
        smtp().answering(command, answer);
        assertThat(theChannel().send(anEnvelopeTo(WANG), NOW)).isEqualTo(expected);
    }

    @Test
    void refusedPasswordStopsTheChannelAndIsNotQuoted() {
        smtp().answering("AUTH", "535 5.7.8 bad credentials for reminders very-secret");
        var login = Map.of("huikuan.mail.username", "reminders", "huikuan.mail.password", "very-secret");
        try (var channel = new MailChannel(MailSettings.onThisMachine(smtp().port(), login))) {
            assertThat(channel.send(anEnvelopeTo(WANG), NOW))
                    .isEqualTo(new ChannelAuth(Scope.CHANNEL, "the mail server refuses our name and password"));
            smtp().answering("AUTH", "235 2.7.0 welcome");
            assertThat(channel.send(anEnvelopeTo(WANG), NOW)).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void serverWithoutTlsGetsNeitherPasswordNorLetter() {
        var careful = Map.of(
                "huikuan.mail.security", "STARTTLS",
                "huikuan.mail.username", "reminders",
                "huikuan.mail.password", "very-secret");
        try (var channel = new MailChannel(MailSettings.onThisMachine(smtp().port(), careful))) {
            assertThat(channel.send(anEnvelopeTo(WANG), NOW)).isInstanceOf(Transient.class);
        }
        assertThat(smtp().commands()).doesNotContain("AUTH", "MAIL");
    }

    @Test
    void addressThatNoLetterCanGoToIsGone() {
        assertThat(theChannel().send(anEnvelopeTo(new Mailbox("chen..jing@example.com")), NOW))
                .isInstanceOf(AddressGone.class);
        assertThat(smtp().commands()).isEmpty();
    }

    static Stream<Arguments> silences() {
        return Stream.of("HELLO", "EHLO", "MAIL", "RCPT", "DATA")
                .flatMap(command -> Stream.of(Arguments.of(command, HANG_UP), Arguments.of(command, SILENCE)));
    }

    @ParameterizedTest(name = "{1} at {0}")
    @MethodSource("silences")
    void silenceBeforeTheLetterIsOutMeansThatItIsNot(String command, String silence) {
        smtp().answering(command, silence);
        try (var impatient = open(Duration.ofMillis(700))) {
            assertThat(impatient.send(anEnvelopeTo(WANG), NOW)).isInstanceOf(Transient.class);
        }
        assertThat(smtp().letters()).isEmpty();
    }

    @Test
    void silenceAfterTheLetterLeavesTheOutcomeUnknownAndSaysNothingOfTheAddress() {
        smtp().answering(END, HANG_UP);
        var outcome = theChannel().send(anEnvelopeTo(WANG), NOW);
        assertThat(outcome).isInstanceOf(UnknownOutcome.class);
        assertThat(outcome.toString()).doesNotContain("wang");
    }

    @Test
    void hasTheSameMessageIdAtEveryTry() {
        var envelope = anEnvelopeTo(WANG);
        theChannel().send(envelope, NOW);
        theChannel().send(envelope, NOW.plusSeconds(60));
        assertThat(smtp().ids())
                .hasSize(2)
                .containsOnly(envelope.notificationId().toString());
    }
}
