package io.huikuan.platform;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets idempotency keys that no phone can still be retrying: a phone may be offline over a long weekend. */
@ApplicationScoped
class IdempotencySweepJob {
    private static final Duration KEPT = Duration.ofDays(7);

    private final IdempotencyKeys keys;
    private final Clock clock;

    IdempotencySweepJob(IdempotencyKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Scheduled(identity = "idempotency-sweep", cron = "{huikuan.idempotency.sweep-cron}")
    void sweep() {
        keys.forgetBefore(clock.instant().minus(KEPT));
    }
}
