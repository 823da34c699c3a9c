package io.huikuan.sms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.huikuan.channel.Address.Telephone;
import io.huikuan.channel.Channel;
import io.huikuan.channel.ChannelId;
import io.huikuan.channel.Content;
import io.huikuan.channel.Content.Headline;
import io.huikuan.channel.Content.Letter;
import io.huikuan.channel.Envelope;
import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.Accepted;
import io.huikuan.channel.SendOutcome.AddressGone;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.outbound.OutboundAnswer;
import io.huikuan.outbound.OutboundConfig;
import io.huikuan.outbound.OutboundHttp;
import io.huikuan.outbound.StandardWebhooks;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Text messages through the gateway that the operator names: a provider's own where it speaks this, else a few lines in front of it.
 *
 * <pre>{@code
 * POST <huikuan.sms.url>
 * Authorization: Bearer <huikuan.sms.bearer-token>
 * Idempotency-Key: <id>
 * {"id":"…","to":"+8613800000000","text":"…","language":"zh-CN","validUntil":"2026-11-23T09:53:00Z"}
 * }</pre>
 *
 * With a signing secret the request is signed as {@link StandardWebhooks} says. Answers: 200 to 299 takes the message, and may name it by
 * {@code {"messageId":"…"}}; 409 has taken this id before; 404 and 410 know no such number; 400, 413 and 422 find fault with the message;
 * 401 and 403 refuse us; 429 and 503 ask to wait, for as long as {@code Retry-After} says; any other 5xx has not sent it. A text may be
 * asked for again with the same id where no answer came, and must then not be sent twice.
 */
@Singleton
@Startup // wrong settings are to stop the start, not the first send
class SmsChannel implements Channel {

    /** UTF-16 code units, of which a text message has 67 in each of its parts, and at the most so many bytes in UTF-8. */
    private static final int BYTES_PER_CHARACTER = 3;

    private final Optional<SmsSetup> setup;
    private final int longestText;
    private final OutboundHttp http;
    private final Capabilities capabilities;

    SmsChannel(SmsConfig config, OutboundConfig outbound) {
        setup = SmsSetup.of(config);
        longestText = config.longestText();
        http = OutboundHttp.toTheOperators(outbound);
        capabilities = new Capabilities(
                Reader.USER, true, longestText * BYTES_PER_CHARACTER, true, false, Duration.ZERO, http.longestSend());
    }

    @Override
    public ChannelId id() {
        return ChannelId.SMS;
    }

    @Override
    public boolean isOn() {
        return setup.isPresent();
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public SendOutcome send(Envelope envelope, Instant now) {
        if (!(envelope.address() instanceof Telephone telephone)) {
            return new Rejected("no telephone: " + envelope.address());
        }
        if (!envelope.expiresAt().isAfter(now)) {
            return new Rejected("expired before it was sent");
        }
        var text = text(envelope.content(), envelope.language());
        if (text.length() > longestText) {
            return new Rejected(text.length() + " characters are more than one text may have, which is " + longestText);
        }
        return setup.map(gateway -> http.post(
                        request(gateway, envelope, telephone, text, now), answer -> judge(answer, envelope, now)))
                .orElseGet(() -> new ChannelAuth(Scope.CHANNEL, "no gateway for text messages is configured"));
    }

    private static String text(Content content, Locale language) {
        return switch (content) {
            case Headline headline -> headline.title(language) + ": " + headline.body(language);
            case Letter letter -> letter.plain();
        };
    }

    private static OutboundHttp.Request request(
            SmsSetup gateway, Envelope envelope, Telephone telephone, String text, Instant now) {
        var id = envelope.notificationId().toString();
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("to", telephone.value())
                .put("text", text)
                .put("language", envelope.language().toLanguageTag())
                .put("validUntil", envelope.expiresAt().toString())
                .toString();
        var headers = new HashMap<>(Map.of("Idempotency-Key", id));
        gateway.bearerToken().ifPresent(token -> headers.put("Authorization", "Bearer " + token));
        gateway.signingSecret()
                .ifPresent(secret -> headers.putAll(StandardWebhooks.headers(List.of(secret), id, now, body)));
        return new OutboundHttp.Request(gateway.url(), headers, body);
    }

    private static SendOutcome judge(OutboundAnswer answer, Envelope envelope, Instant now) {
        return switch (answer.status()) {
            case 404, 410 -> new AddressGone("HTTP " + answer.status());
            case 409 -> new Accepted(envelope.notificationId().toString(), envelope.address());
            default ->
                answer.isSuccess()
                        ? new Accepted(messageId(answer, envelope), envelope.address())
                        : answer.refusal(Scope.CHANNEL, now);
        };
    }

    private static String messageId(OutboundAnswer answer, Envelope envelope) {
        return Stream.of(answer.json().path("messageId").asText(""))
                .filter(id -> !id.isBlank() && id.length() <= 100)
                .findFirst()
                .orElseGet(() -> envelope.notificationId().toString());
    }

    @Override
    @PreDestroy
    public void close() {
        http.close();
    }
}
