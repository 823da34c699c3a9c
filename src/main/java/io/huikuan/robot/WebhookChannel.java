package io.huikuan.robot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.huikuan.channel.ChannelId;
import io.huikuan.channel.Content.Headline;
import io.huikuan.channel.Content.Letter;
import io.huikuan.channel.Envelope;
import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.AddressGone;
import io.huikuan.outbound.OutboundAnswer;
import io.huikuan.outbound.OutboundConfig;
import io.huikuan.outbound.OutboundHttp;
import io.huikuan.outbound.StandardWebhooks;
import io.huikuan.target.OpenTarget;
import io.huikuan.target.Targets;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Webhooks of other systems, signed as {@link StandardWebhooks} says. The body is
 *
 * <pre>{@code
 * {"type":"notification.digest","timestamp":"2026-11-23T00:53:00Z","data":{
 *   "notificationId":"…","recipientId":"…","title":"今日应收","text":"今天到期 3 笔，…","counts":[3,2,4],"link":"huikuan://inbox"}}
 * }</pre>
 *
 * A letter is of type {@code notification.letter} and has neither counts nor link. Any status of 200 to 299 takes the message, whatever the
 * body; 410 says that nothing more is wanted; 429 and 503 are obeyed with their {@code Retry-After}.
 */
@Singleton
class WebhookChannel extends TargetChannel {

    private static final int BODY_BYTES = 64 * 1024;
    private static final int GONE = 410;

    @Inject
    WebhookChannel(Targets targets, OutboundConfig config) {
        this(targets, OutboundHttp.toThePublic(config, ConfigUtils.getProfiles()));
    }

    WebhookChannel(Targets targets, OutboundHttp http) {
        super(ChannelId.WEBHOOK, BODY_BYTES, Duration.ZERO, true, targets, http);
    }

    @Override
    OutboundHttp.Request request(OpenTarget target, Envelope envelope, Instant now) {
        var body = body(envelope, now).toString();
        var id = envelope.notificationId().toString();
        return new OutboundHttp.Request(target.url(), StandardWebhooks.headers(target.secrets(), id, now, body), body);
    }

    private static ObjectNode body(Envelope envelope, Instant now) {
        var body = JsonNodeFactory.instance.objectNode();
        var data = JsonNodeFactory.instance
                .objectNode()
                .put("notificationId", envelope.notificationId().toString())
                .put("recipientId", envelope.recipientId().toString());
        switch (envelope.content()) {
            case Headline headline -> {
                body.put("type", "notification." + headline.kind().name().toLowerCase(Locale.ROOT));
                data.put("title", headline.title(envelope.language())).put("text", headline.body(envelope.language()));
                var counts = data.putArray("counts");
                headline.counts().forEach(counts::add);
                data.put("link", headline.deepLink().toString());
            }
            case Letter letter -> {
                body.put("type", "notification.letter");
                data.put("title", letter.subject()).put("text", letter.plain());
            }
        }
        return body.put("timestamp", now.toString()).set("data", data);
    }

    @Override
    Verdict verdict(OutboundAnswer answer, Instant now) {
        return new Verdict.Taken();
    }

    @Override
    SendOutcome refusal(OutboundAnswer answer, Instant now) {
        return answer.status() == GONE ? new AddressGone("HTTP 410") : super.refusal(answer, now);
    }
}
