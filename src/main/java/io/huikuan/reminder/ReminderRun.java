package io.huikuan.reminder;

import io.huikuan.notification.DigestTiming;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A run at work.
 *
 * @param businessDate what "today" is for its decisions
 * @param dryRun counts what it would do, and does nothing
 * @param timing when those whom it tells get their digest
 */
record ReminderRun(UUID organisationId, UUID id, LocalDate businessDate, boolean dryRun, DigestTiming timing) {
    /**
     * How long a replica may be silent before another one goes on with its run; many times what a page takes. Too short costs nothing
     * but idle work, for two replicas can share a run.
     */
    static final Duration LEASE = Duration.ofMinutes(2);
}
