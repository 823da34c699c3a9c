package io.huikuan.delivery;

import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.channel.SendOutcome.Throttled;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What this replica knows of how the sending goes: which way is closed until when, and the numbers for operators. */
@ApplicationScoped
class ChannelWatch {
    private final MeterRegistry registry;
    private final Map<Lane, Instant> closedUntil = new ConcurrentHashMap<>();
    private final AtomicLong longestWaitSeconds = new AtomicLong();

    ChannelWatch(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("huikuan.push.longest.wait.seconds", longestWaitSeconds);
    }

    /** Closes what the outcome says is closed: retrying one delivery by another would only make it worse. */
    void heed(SendOutcome outcome, Lane lane, Duration pause, Instant now) {
        switch (outcome) {
            case Throttled throttled -> close(throttled.scope(), lane, now.plus(throttled.retryAfter()));
            case ChannelAuth refused -> close(refused.scope(), lane, now.plus(pause));
            case SendOutcome.Accepted _,
                    SendOutcome.AddressGone _,
                    SendOutcome.WrongApp _,
                    SendOutcome.Rejected _,
                    SendOutcome.Transient _,
                    SendOutcome.UnknownOutcome _ -> {
                // These concern one message.
            }
        }
    }

    private void close(Scope scope, Lane lane, Instant until) {
        switch (scope) {
            case ADDRESS -> {
                // The delivery waits by itself.
            }
            case LANE -> close(lane, until);
            case CHANNEL -> close(lane.wholeChannel(), until);
        }
    }

    private void close(Lane lane, Instant until) {
        closedUntil.merge(lane, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    boolean isClosed(Lane lane, Instant now) {
        return now.isBefore(reopening(lane));
    }

    /** When messages may be sent on the lane again; long ago where they may. */
    Instant reopening(Lane lane) {
        var own = closedUntil.getOrDefault(lane, Instant.EPOCH);
        var channels = closedUntil.getOrDefault(lane.wholeChannel(), Instant.EPOCH);
        return own.isAfter(channels) ? own : channels;
    }

    /** By lane the end of its latest pause, be it past or to come. */
    Map<Lane, Instant> lastPauses() {
        return Map.copyOf(closedUntil);
    }

    void count(String outcome) {
        registry.counter("huikuan.push.deliveries", "outcome", outcome).increment();
    }

    void longestWait(Duration wait) {
        longestWaitSeconds.set(wait.toSeconds());
    }
}
