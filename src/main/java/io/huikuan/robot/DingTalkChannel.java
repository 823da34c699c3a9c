package io.huikuan.robot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.huikuan.channel.ChannelId;
import io.huikuan.channel.Envelope;
import io.huikuan.channel.SendOutcome.AddressGone;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.channel.SendOutcome.Transient;
import io.huikuan.channel.SendOutcome.UnknownOutcome;
import io.huikuan.outbound.OutboundAnswer;
import io.huikuan.outbound.OutboundConfig;
import io.huikuan.outbound.OutboundHttp;
import io.huikuan.target.OpenTarget;
import io.huikuan.target.Targets;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Robots of DingTalk groups. Failures come with status 200. */
@Singleton
class DingTalkChannel extends TargetChannel {

    private static final int TEXT_BYTES = 20_000;

    /** Twenty messages a minute; one more, and the robot is silent for ten. */
    private static final Duration PACE = Duration.ofSeconds(3);

    private static final Duration PENALTY = Duration.ofMinutes(10);

    @Inject
    DingTalkChannel(Targets targets, OutboundConfig config) {
        this(targets, OutboundHttp.toThePublic(config, ConfigUtils.getProfiles()));
    }

    DingTalkChannel(Targets targets, OutboundHttp http) {
        super(ChannelId.DINGTALK, TEXT_BYTES, PACE, false, targets, http);
    }

    @Override
    OutboundHttp.Request request(OpenTarget target, Envelope envelope, Instant now) {
        var body = JsonNodeFactory.instance.objectNode().put("msgtype", "text");
        body.putObject("text").put("content", RobotText.of(envelope, TEXT_BYTES));
        var url = target.secrets().stream()
                .findFirst()
                .map(secret -> signed(target.url(), secret, now.toEpochMilli()))
                .orElse(target.url());
        return new OutboundHttp.Request(url, Map.of(), body.toString());
    }

    private static URI signed(URI url, String secret, long epochMillis) {
        var sign = URLEncoder.encode(RobotSignatures.dingTalk(secret, epochMillis), StandardCharsets.UTF_8);
        var separator = url.getRawQuery() == null ? "?" : "&";
        return URI.create(url + separator + "timestamp=" + epochMillis + "&sign=" + sign);
    }

    @Override
    Verdict verdict(OutboundAnswer answer, Instant now) {
        var errcode = answer.json().path("errcode");
        if (!errcode.isInt()) {
            return new Verdict.Other(new UnknownOutcome("taken, but the answer makes no sense"));
        }
        var detail = "errcode " + errcode.intValue();
        return switch (errcode.intValue()) {
            case 0 -> new Verdict.Taken();
            case -1 -> new Verdict.Other(new Transient(Optional.empty(), detail)); // busy
            case 130101, 410100 -> new Verdict.Other(answer.throttled(Scope.LANE, PENALTY, now));
            // The token is unknown, the group dissolved, the robot removed.
            case 300001, 400013, 400101, 400106 -> new Verdict.Other(new AddressGone(detail));
            // The keyword, the signature or the list of senders says no; the robot is switched off.
            case 310000, 400102 -> new Verdict.Other(new ChannelAuth(Scope.LANE, detail));
            default -> new Verdict.Other(new Rejected(detail));
        };
    }
}
