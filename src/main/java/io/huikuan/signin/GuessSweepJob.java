package io.huikuan.signin;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Forgets the attempts of accounts and addresses that may guess again as if they never had. */
@ApplicationScoped
class GuessSweepJob {
    private final GuessSweeping sweeping;
    private final Clock clock;

    GuessSweepJob(GuessSweeping sweeping, Clock clock) {
        this.sweeping = sweeping;
        this.clock = clock;
    }

    @Scheduled(identity = "guess-sweep", cron = "{huikuan.session.sweep-cron}")
    void sweep() {
        sweeping.forgetFullBuckets(clock.millis());
    }
}
