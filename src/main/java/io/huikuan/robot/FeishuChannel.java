package io.huikuan.robot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.huikuan.channel.ChannelId;
import io.huikuan.channel.Envelope;
import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.AddressGone;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.channel.SendOutcome.Scope;
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

/** Robots of Feishu and Lark groups. Failures come with status 200 or 400; the code in the body says which. */
@Singleton
class FeishuChannel extends TargetChannel {

    private static final int TEXT_BYTES = 20_000;

    /** A hundred messages a minute. */
    private static final Duration PACE = Duration.ofMillis(600);

    private static final Duration REFILL = Duration.ofMinutes(1);

    @Inject
    FeishuChannel(Targets targets, OutboundConfig config) {
        this(targets, OutboundHttp.toThePublic(config, ConfigUtils.getProfiles()));
    }

    FeishuChannel(Targets targets, OutboundHttp http) {
        super(ChannelId.FEISHU, TEXT_BYTES, PACE, false, targets, http);
    }

    @Override
    OutboundHttp.Request request(OpenTarget target, Envelope envelope, Instant now) {
        var body = JsonNodeFactory.instance.objectNode();
        target.secrets().stream()
                .findFirst()
                .ifPresent(secret -> body.put("timestamp", Long.toString(now.getEpochSecond()))
                        .put("sign", RobotSignatures.feishu(secret, now.getEpochSecond())));
        body.put("msg_type", "text");
        // A customer whose name is a tag must not be able to call everybody in the group.
        var text = RobotText.of(envelope, TEXT_BYTES).replace('<', '‹').replace('>', '›');
        body.putObject("content").put("text", text);
        return new OutboundHttp.Request(target.url(), Map.of(), body.toString());
    }

    @Override
    Verdict verdict(OutboundAnswer answer, Instant now) {
        var code = answer.json().path("code");
        if (!code.isInt()) {
            return new Verdict.Other(new UnknownOutcome("taken, but the answer makes no sense"));
        }
        return code.intValue() == 0 ? new Verdict.Taken() : new Verdict.Other(refusal(code.intValue(), answer, now));
    }

    @Override
    SendOutcome refusal(OutboundAnswer answer, Instant now) {
        var code = answer.json().path("code");
        return answer.status() == 400 && code.isInt()
                ? refusal(code.intValue(), answer, now)
                : super.refusal(answer, now);
    }

    private static SendOutcome refusal(int code, OutboundAnswer answer, Instant now) {
        var detail = "code " + code;
        return switch (code) {
            case 11232, 99991400 -> answer.throttled(Scope.LANE, REFILL, now);
            case 19001 -> new AddressGone(detail); // no such robot
            // The signature, the list of senders or the keyword says no.
            case 19021, 19022, 19024 -> new ChannelAuth(Scope.LANE, detail);
            default -> new Rejected(detail);
        };
    }
}
