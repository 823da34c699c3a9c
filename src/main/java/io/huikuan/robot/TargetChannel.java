package io.huikuan.robot;

import io.huikuan.channel.Address;
import io.huikuan.channel.Channel;
import io.huikuan.channel.ChannelId;
import io.huikuan.channel.Envelope;
import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.Accepted;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.outbound.OutboundAnswer;
import io.huikuan.outbound.OutboundHttp;
import io.huikuan.target.OpenTarget;
import io.huikuan.target.Targets;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;

/**
 * What all channels to targets do: find out where to send at the moment of sending, post once, and have the answer judged. What is refused
 * concerns one target, for each has a key and a rate of its own.
 */
abstract class TargetChannel implements Channel {

    private final ChannelId id;
    private final Capabilities capabilities;
    private final Targets targets;
    private final OutboundHttp http;

    /**
     * @param textBytes how much a message may come to
     * @param pace the least time between two messages to one target
     * @param tellsRepetitions whether the other side is told what a repetition is known by
     */
    TargetChannel(
            ChannelId id, int textBytes, Duration pace, boolean tellsRepetitions, Targets targets, OutboundHttp http) {
        this.id = id;
        this.targets = targets;
        this.http = http;
        capabilities = new Capabilities(
                Reader.GROUP,
                true,
                textBytes,
                tellsRepetitions,
                false,
                pace,
                http.longestSend().plus(OPENING));
    }

    /** For the look-up of a target in the database. */
    private static final Duration OPENING = Duration.ofSeconds(10);

    /** What this kind of target wants to be sent. */
    abstract OutboundHttp.Request request(OpenTarget target, Envelope envelope, Instant now);

    /** What an answer with a status of success says. */
    abstract Verdict verdict(OutboundAnswer answer, Instant now);

    /** What a success comes to, once its body is read: the message was taken, or something else became of it. */
    sealed interface Verdict {
        record Taken() implements Verdict {}

        record Other(SendOutcome outcome) implements Verdict {}
    }

    @Override
    public final ChannelId id() {
        return id;
    }

    /** On where targets can be kept at all; whether an organisation has any is its own business. */
    @Override
    public final boolean isOn() {
        return targets.areOn();
    }

    @Override
    public final Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public final SendOutcome send(Envelope envelope, Instant now) {
        if (!(envelope.address() instanceof Address.Target address)) {
            return new Rejected("no target: " + envelope.address());
        }
        if (!envelope.expiresAt().isAfter(now)) {
            return new Rejected("expired before it was sent");
        }
        if (!isOn()) {
            return new ChannelAuth(Scope.CHANNEL, "no key to open targets with: set huikuan.sealing.key-file");
        }
        return switch (targets.open(address, id, now)) {
            case Targets.Opening.Shut shut -> shut.outcome();
            case Targets.Opening.Open open ->
                http.post(request(open.target(), envelope, now), answer -> judge(answer, envelope, now));
        };
    }

    private SendOutcome judge(OutboundAnswer answer, Envelope envelope, Instant now) {
        if (!answer.isSuccess()) {
            return refusal(answer, now);
        }
        return switch (verdict(answer, now)) {
            // None of them gives a message an id of its own.
            case Verdict.Taken _ -> new Accepted(envelope.notificationId().toString(), envelope.address());
            case Verdict.Other other -> other.outcome();
        };
    }

    /** What another status says. */
    SendOutcome refusal(OutboundAnswer answer, Instant now) {
        return answer.refusal(Scope.LANE, now);
    }

    @Override
    @PreDestroy
    public void close() {
        http.close();
    }
}
