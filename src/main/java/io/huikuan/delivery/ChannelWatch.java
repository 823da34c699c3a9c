package io.huikuan.delivery;

import static java.util.stream.Collectors.toSet;

import io.huikuan.channel.ChannelId;
import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.channel.SendOutcome.Throttled;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What this replica knows of how the sending goes: which way is closed until when, and the numbers for operators. */
@ApplicationScoped
class ChannelWatch {
    private final Channels channels;
    private final MeterRegistry registry;
    private final Map<Lane, Instant> closedUntil = new ConcurrentHashMap<>();
    private final AtomicLong longestWaitSeconds = new AtomicLong();
    private final AtomicLong lanesClosed = new AtomicLong();

    ChannelWatch(Channels channels, MeterRegistry registry) {
        this.channels = channels;
        this.registry = registry;
        registry.gauge("huikuan.deliveries.longest.wait.seconds", longestWaitSeconds);
        registry.gauge("huikuan.deliveries.lanes.closed", lanesClosed);
    }

    Channels channels() {
        return channels;
    }

    /** Keeps to the pace that a provider sets: whoever sends too fast is shut out for longer. */
    void sent(Lane lane, Instant now) {
        var pace = channels.of(lane.channel()).capabilities().pace();
        if (pace.isPositive()) {
            close(lane, now.plus(pace));
        }
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

    /** What nothing may be sent on now. */
    Set<Lane> closed(Instant now) {
        return closedUntil.keySet().stream().filter(lane -> isClosed(lane, now)).collect(toSet());
    }

    void count(ChannelId channel, String outcome) {
        registry.counter("huikuan.deliveries", "channel", channel.key(), "outcome", outcome)
                .increment();
    }

    /** For operators: how long something has been waiting, and on how many lanes nothing may be sent. */
    void look(Duration longestWait, Instant now) {
        longestWaitSeconds.set(longestWait.toSeconds());
        lanesClosed.set(closed(now).size());
    }

    Duration longestWait() {
        return Duration.ofSeconds(longestWaitSeconds.get());
    }
}
