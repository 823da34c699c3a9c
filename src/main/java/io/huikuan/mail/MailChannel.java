package io.huikuan.mail;

import io.huikuan.channel.Address.Mailbox;
import io.huikuan.channel.Channel;
import io.huikuan.channel.ChannelId;
import io.huikuan.channel.Envelope;
import io.huikuan.channel.SendAttempt;
import io.huikuan.channel.SendGate;
import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.Accepted;
import io.huikuan.channel.SendOutcome.AddressGone;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.channel.SendOutcome.Transient;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** E-mail: one conversation with the operator's SMTP server for each letter. */
@Singleton
@Startup // wrong settings are to stop the start, not the first send
class MailChannel implements Channel {

    private static final Logger LOG = Logger.getLogger(MailChannel.class);

    /** What the large providers take, attachments and their encoding included. */
    private static final int LETTER_BYTES = 10 * 1024 * 1024;

    private final Optional<MailSetup> setup;
    private final Duration sendTimeout;
    private final SendGate gate = new SendGate();
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("huikuan-mail-", 0).factory());

    MailChannel(MailConfig config) {
        setup = MailSetup.of(config);
        sendTimeout = config.sendTimeout();
    }

    @Override
    public ChannelId id() {
        return ChannelId.EMAIL;
    }

    @Override
    public boolean isOn() {
        return setup.isPresent();
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                Reader.USER, true, LETTER_BYTES, false, false, Duration.ZERO, sendTimeout.plusSeconds(1));
    }

    @Override
    public SendOutcome send(Envelope envelope, Instant now) {
        if (!(envelope.address() instanceof Mailbox to)) {
            return new Rejected("no mailbox: " + envelope.address());
        }
        if (!envelope.expiresAt().isAfter(now)) {
            return new Rejected("expired before it was sent");
        }
        return setup.map(server -> gate.pass(
                        () -> attempt(server, to, envelope, now),
                        () -> new Transient(Optional.empty(), "the channel is closed")))
                .orElseGet(() -> new ChannelAuth(Scope.CHANNEL, "no mail server is configured"));
    }

    private SendOutcome attempt(MailSetup server, Mailbox to, Envelope envelope, Instant now) {
        var attempt = new SendAttempt();
        return attempt.make(
                threads,
                () -> talk(server, attempt, to, envelope, now),
                sendTimeout,
                failure -> outcomeOf(failure, attempt),
                () -> {}); // every step has a limit of its own, after which the thread is free again
    }

    private static SendOutcome talk(MailSetup server, SendAttempt attempt, Mailbox to, Envelope envelope, Instant now)
            throws MessagingException {
        var session = Session.getInstance(server.properties());
        var letter = MailLetter.of(session, server, to, envelope, now);
        var config = server.config();
        try (var transport = new SmtpTransport(session, attempt)) {
            transport.connect(
                    server.host(),
                    config.port(),
                    config.username().orElse(null),
                    config.password().orElse(null));
            transport.sendMessage(letter, letter.getAllRecipients());
            return new Accepted(letter.getMessageID(), to);
        }
    }

    /** The class of a failure is told and its message is not: that quotes addresses. */
    private static SendOutcome outcomeOf(Throwable failure, SendAttempt attempt) {
        if (failure instanceof AddressException) {
            return new AddressGone("no address that a letter can go to");
        }
        if (SmtpRefusal.isBadLogin(failure)) {
            return new ChannelAuth(Scope.CHANNEL, "the mail server refuses our name and password");
        }
        if (!(failure instanceof MessagingException)) {
            LOG.errorf(
                    "a letter failed in an unforeseen way: %s",
                    failure.getClass().getName());
        }
        return SmtpRefusal.in(failure)
                .map(SmtpRefusal::outcome)
                .orElseGet(() -> attempt.silence(failure.getClass().getSimpleName()));
    }

    @Override
    @PreDestroy
    public void close() {
        if (!gate.closeAndWait(sendTimeout.plusSeconds(1))) {
            LOG.warn("Letters are still on their way after the longest time that one can take; closing all the same");
        }
        threads.shutdownNow();
    }
}
