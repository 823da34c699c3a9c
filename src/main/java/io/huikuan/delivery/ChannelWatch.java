package io.huikuan.delivery;

import io.huikuan.channel.PushMessage.Platform;
import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.channel.SendOutcome.Throttled;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What this replica knows of how the sending goes: which way is closed until when, and the numbers for operators. */
@ApplicationScoped
class ChannelWatch {
    private final MeterRegistry registry;
    private final Map<Platform, Instant> closedUntil = new ConcurrentHashMap<>();
    private final AtomicLong longestWaitSeconds = new AtomicLong();

    ChannelWatch(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("huikuan.push.longest.wait.seconds", longestWaitSeconds);
    }

    /** Closes what the outcome says is closed: retrying one delivery by another would only make it worse. */
    void heed(SendOutcome outcome, Platform platform, Duration pause, Instant now) {
        switch (outcome) {
            case Throttled throttled -> close(throttled.scope(), platform, now.plus(throttled.retryAfter()));
            case ChannelAuth refused -> close(refused.scope(), platform, now.plus(pause));
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

    private void close(Scope scope, Platform platform, Instant until) {
        var platforms = switch (scope) {
            case ADDRESS -> EnumSet.noneOf(Platform.class);
            case PLATFORM -> EnumSet.of(platform);
            case CHANNEL -> EnumSet.allOf(Platform.class);
        };
        platforms.forEach(closed -> closedUntil.merge(closed, until, (one, other) -> one.isAfter(other) ? one : other));
    }

    boolean isClosed(Platform platform, Instant now) {
        return now.isBefore(reopening(platform));
    }

    /** When messages to the platform may be sent again; long ago where they may. */
    Instant reopening(Platform platform) {
        return closedUntil.getOrDefault(platform, Instant.EPOCH);
    }

    Set<Platform> closed(Instant now) {
        var closed = EnumSet.noneOf(Platform.class);
        for (var platform : Platform.values()) {
            if (isClosed(platform, now)) {
                closed.add(platform);
            }
        }
        return closed;
    }

    /** By platform the end of its latest pause, be it past or to come. */
    Map<Platform, Instant> lastPauses() {
        return Map.copyOf(closedUntil);
    }

    void count(String outcome) {
        registry.counter("huikuan.push.deliveries", "outcome", outcome).increment();
    }

    void longestWait(Duration wait) {
        longestWaitSeconds.set(wait.toSeconds());
    }
}
