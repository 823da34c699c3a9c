package io.huikuan.mail;

import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.AddressGone;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.channel.SendOutcome.Throttled;
import io.huikuan.channel.SendOutcome.Transient;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a server said instead of taking the letter.
 *
 * @param code of three digits (RFC 5321)
 * @param status the enhanced one (RFC 3463), such as {@code 5.1.1}; empty where the server has none
 * @param step the command that it answers
 * @param text of the answer; it may quote addresses, and so goes nowhere
 */
record SmtpRefusal(int code, String status, Step step, String text) {

    /** Servers that limit rates don't say for how long. */
    private static final Duration UNTOLD_WAIT = Duration.ofMinutes(5);

    private static final int DEEPEST_CAUSE = 20; // chains of causes can be rings
    private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})\\b");

    /** Bad address, bad system, bad syntax, moved, no mail here, and a mailbox that is switched off. */
    private static final Set<String> NOBODY = Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1");

    private static final Set<Integer> NOBODY_IN_PLAIN = Set.of(550, 551, 553);
    private static final Pattern TOO_FAST = Pattern.compile("\\brate\\b|throttl|too many|too fast|频率|过多");

    /** What is being talked about when the server refuses. */
    enum Step {
        US,
        RECIPIENT,
        LETTER
    }

    /** Empty where the server has said nothing that could be read. */
    static Optional<SmtpRefusal> in(Throwable failure) {
        return chain(failure).flatMap(link -> read(link).stream()).findFirst();
    }

    static boolean isBadLogin(Throwable failure) {
        return chain(failure).anyMatch(AuthenticationFailedException.class::isInstance);
    }

    /** The library hangs a refused recipient behind the exception that says that nothing was sent. */
    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, SmtpRefusal::next)
                .limit(DEEPEST_CAUSE)
                .sorted((one, other) -> Boolean.compare(isOfRecipient(other), isOfRecipient(one)));
    }

    private static boolean isOfRecipient(Throwable failure) {
        return failure instanceof SMTPAddressFailedException;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : failure.getCause();
    }

    private static Optional<SmtpRefusal> read(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException refused ->
                of(refused.getReturnCode(), Step.RECIPIENT, String.valueOf(refused.getMessage()));
            case SMTPSendFailedException refused ->
                of(
                        refused.getReturnCode(),
                        String.valueOf(refused.getCommand()).startsWith("MAIL") ? Step.US : Step.LETTER,
                        String.valueOf(refused.getMessage()));
            default -> Optional.empty();
        };
    }

    private static Optional<SmtpRefusal> of(int code, Step step, String text) {
        if (code < 400) {
            return Optional.empty(); // the line dropped where an answer was expected
        }
        var enhanced = ENHANCED.matcher(text);
        return Optional.of(new SmtpRefusal(code, enhanced.find() ? enhanced.group(1) : "", step, text));
    }

    SendOutcome outcome() {
        return switch (code) {
            case 530, 534, 535, 538 -> new ChannelAuth(Scope.CHANNEL, detail());
            default -> code < 500 ? forNow() : forGood();
        };
    }

    private SendOutcome forNow() {
        return status.endsWith(".7.28")
                        || TOO_FAST.matcher(text.toLowerCase(Locale.ROOT)).find()
                ? new Throttled(UNTOLD_WAIT, Scope.CHANNEL)
                : new Transient(Optional.empty(), detail());
    }

    private SendOutcome forGood() {
        if (NOBODY.contains(status) || (step == Step.RECIPIENT && status.isEmpty() && NOBODY_IN_PLAIN.contains(code))) {
            return new AddressGone(detail());
        }
        // Who may not even begin a letter may not send any.
        return step == Step.US ? new ChannelAuth(Scope.CHANNEL, detail()) : new Rejected(detail());
    }

    /** One line for an operator, without the text: that quotes addresses. */
    private String detail() {
        return ("SMTP " + code + " " + status).strip();
    }
}
