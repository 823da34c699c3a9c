package io.huikuan.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.huikuan.channel.SendOutcome.AddressGone;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.channel.SendOutcome.Throttled;
import io.huikuan.channel.SendOutcome.Transient;
import io.huikuan.channel.SendOutcome.UnknownOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An answer over HTTP other than "accepted", from FCM or from whatever sits in between, and what can be read out of it where no
 * messaging error code says more.
 */
record FcmAnswer(int status, JsonNode error, Optional<String> askedRetryAfter) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration QUOTA_REFILL = Duration.ofMinutes(1);
    private static final int DETAIL_LENGTH = 200;

    /** @param headers by lower-case name; a value is a list of strings or a string */
    static FcmAnswer of(int status, @Nullable String body, Map<String, Object> headers) {
        // Our own client has rewritten the header of a 503 on its way, see there.
        var header = headers.get(status == 503 ? FcmHttpClient.ASKED_RETRY_AFTER : "retry-after");
        var value = header instanceof List<?> values && !values.isEmpty() ? values.getFirst() : header;
        return new FcmAnswer(
                status,
                errorIn(body == null ? "" : body),
                Optional.ofNullable(value).map(Object::toString));
    }

    /** What the status alone says. A 404 is no dead device: those say UNREGISTERED, and a wrong project or a proxy says 404 to all of them. */
    SendOutcome byStatus(Instant now) {
        return switch (status) {
            case 400 -> addressOrMessage();
            case 401, 403, 407 -> new ChannelAuth(Scope.CHANNEL, detail());
            case 404 -> worthAnotherTry(now);
            case 408, 504 ->
                new UnknownOutcome(detail()); // somebody in between gave up waiting for FCM, which may have it
            case 429 -> throttled(now);
            default -> byClass(now);
        };
    }

    private SendOutcome byClass(Instant now) {
        return switch (status / 100) {
            case 2 -> new UnknownOutcome("taken, but the answer makes no sense: HTTP " + status);
            case 4 -> new Rejected(detail());
            default -> worthAnotherTry(now);
        };
    }

    SendOutcome worthAnotherTry(Instant now) {
        return new Transient(retryAfter(now), detail());
    }

    /** FCM calls both a malformed address and a malformed message an invalid argument; only the first is a reason to forget a device. */
    SendOutcome addressOrMessage() {
        var field = details("fieldViolations")
                .map(violation -> violation.path("field").asText());
        var message = error.path("message").asText().toLowerCase(Locale.ROOT);
        return field.anyMatch(name -> name.equals("message.token") || name.equals("message.fid"))
                        || message.contains("registration token")
                ? new AddressGone(detail())
                : new Rejected(detail());
    }

    /** One device has a quota of its own; where FCM does not say that it is the one, everybody waits. */
    SendOutcome throttled(Instant now) {
        var oneDevice = details("violations")
                .map(violation -> violation.path("subject").asText() + " "
                        + violation.path("description").asText())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains("device"));
        return new Throttled(retryAfter(now).orElse(QUOTA_REFILL), oneDevice ? Scope.ADDRESS : Scope.CHANNEL);
    }

    /** One line for an operator. */
    String detail() {
        var message = error.path("message").asText().replaceAll("\\s+", " ").strip();
        var text = message.isEmpty() ? "HTTP " + status : "HTTP " + status + ": " + message;
        return text.length() <= DETAIL_LENGTH ? text : text.substring(0, DETAIL_LENGTH);
    }

    private Optional<Duration> retryAfter(Instant now) {
        return RetryAfter.of(askedRetryAfter, now);
    }

    /** All entries of the lists of this name in the error's details. */
    private Stream<JsonNode> details(String list) {
        return StreamSupport.stream(error.path("details").spliterator(), false)
                .flatMap(detail -> StreamSupport.stream(detail.path(list).spliterator(), false));
    }

    private static JsonNode errorIn(String body) {
        try {
            return JSON.readTree(body).path("error");
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance(); // a proxy's HTML: the status has to do
        }
    }
}
