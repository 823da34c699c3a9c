package io.huikuan.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.huikuan.channel.RetryAfter;
import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.channel.SendOutcome.Throttled;
import io.huikuan.channel.SendOutcome.Transient;
import io.huikuan.channel.SendOutcome.UnknownOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a server said.
 *
 * @param retryAfter the header as it came
 * @param body its first bytes as UTF-8, as many as {@link OutboundHttp} reads
 */
public record OutboundAnswer(int status, Optional<String> retryAfter, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration UNTOLD_WAIT = Duration.ofMinutes(1);

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** The body, or a missing node where it is no JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    /**
     * What a status other than a success says by itself.
     *
     * @param scope what is behind the address: a target of its own, or the one gateway for all
     */
    public SendOutcome refusal(Scope scope, Instant now) {
        return switch (status) {
            case 401, 403, 407 -> new ChannelAuth(scope, detail());
            case 408, 504 -> new UnknownOutcome(detail()); // somebody in between gave up waiting for whom may have it
            case 429 -> throttled(scope, UNTOLD_WAIT, now);
            default -> byClass(now);
        };
    }

    private SendOutcome byClass(Instant now) {
        return switch (status / 100) {
            case 3 -> new Rejected(detail() + ": redirects are not followed");
            case 4 -> new Rejected(detail());
            case 5 -> new Transient(RetryAfter.of(retryAfter, now), detail());
            default -> new UnknownOutcome("an answer that makes no sense: " + detail());
        };
    }

    /** @param otherwise how long to wait where the answer doesn't say */
    public SendOutcome throttled(Scope scope, Duration otherwise, Instant now) {
        return new Throttled(RetryAfter.of(retryAfter, now).orElse(otherwise), scope);
    }

    /** One line for an operator. Nothing of the body: a stranger wrote it, and it may repeat what was sent. */
    private String detail() {
        return "HTTP " + status;
    }
}
