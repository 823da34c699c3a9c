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
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Robots of WeCom groups. The key in the URL is all the proof there is, and failures come with status 200. */
@Singleton
class WeComChannel extends TargetChannel {

    private static final int TEXT_BYTES = 2048;

    /** Twenty messages a minute. */
    private static final Duration PACE = Duration.ofSeconds(3);

    private static final Duration REFILL = Duration.ofMinutes(1);

    @Inject
    WeComChannel(Targets targets, OutboundConfig config) {
        this(targets, OutboundHttp.toThePublic(config, ConfigUtils.getProfiles()));
    }

    WeComChannel(Targets targets, OutboundHttp http) {
        super(ChannelId.WECOM, TEXT_BYTES, PACE, false, targets, http);
    }

    @Override
    OutboundHttp.Request request(OpenTarget target, Envelope envelope, Instant now) {
        var body = JsonNodeFactory.instance.objectNode().put("msgtype", "text");
        body.putObject("text").put("content", RobotText.of(envelope, TEXT_BYTES));
        return new OutboundHttp.Request(target.url(), Map.of(), body.toString());
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
            case 45009, 45033 -> new Verdict.Other(answer.throttled(Scope.LANE, REFILL, now));
            case 93000 -> new Verdict.Other(new AddressGone(detail)); // no such key
            case 93004 -> new Verdict.Other(new ChannelAuth(Scope.LANE, detail)); // the robot is switched off
            default -> new Verdict.Other(new Rejected(detail));
        };
    }
}
