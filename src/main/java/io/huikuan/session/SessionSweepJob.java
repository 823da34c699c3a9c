package io.huikuan.session;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets sessions that ended long ago; the audit trail keeps that they were there. */
@ApplicationScoped
class SessionSweepJob {
    /** Long enough for somebody to ask "was that me?". */
    private static final Duration KEPT = Duration.ofDays(30);

    private final SessionSweeping sweeping;
    private final Clock clock;

    SessionSweepJob(SessionSweeping sweeping, Clock clock) {
        this.sweeping = sweeping;
        this.clock = clock;
    }

    @Scheduled(identity = "session-sweep", cron = "{huikuan.session.sweep-cron}")
    void sweep() {
        sweeping.forgetEndedBefore(clock.instant().minus(KEPT));
    }
}
