package io.huikuan.reminder;

import io.huikuan.audit.AuditTrail;
import io.huikuan.notification.DigestTiming;
import io.huikuan.platform.Ids;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the book of runs: who asked for them, who is at work on them, what they have counted. */
@ApplicationScoped
public class RunLedger {
    private static final String REQUEST = "REQUEST";

    private final RunQueries queries;
    private final AuditTrail audit;
    private final ReminderConfig config;

    RunLedger(RunQueries queries, AuditTrail audit, ReminderConfig config) {
        this.queries = queries;
        this.audit = audit;
        this.config = config;
    }

    /**
     * Writes down that somebody wants a run, so that it happens even if this replica doesn't live to do it.
     *
     * @param businessDate null for today
     * @throws BusinessDateRefused where runs are of today only
     */
    @Transactional
    public ReminderRun request(
            Viewer viewer, @Nullable LocalDate businessDate, boolean dryRun, LocalDate today, Instant now) {
        if (businessDate != null && !config.businessDateAllowed()) {
            throw new BusinessDateRefused();
        }
        var day = businessDate == null ? today : businessDate;
        var run = requested(viewer.organisationId(), Ids.next(), day, dryRun);
        queries.request(run.organisationId(), run.id(), day, dryRun, viewer.userId(), now.plus(ReminderRun.LEASE), now);
        var details = Map.of("businessDate", day, "dryRun", dryRun);
        audit.record(
                run.organisationId(),
                viewer.userId(),
                "reminder-run.requested",
                "reminder-run",
                run.id(),
                details,
                now);
        return run;
    }

    /** The schedule's run of this day, if there is something to look at and no import is worth waiting for. */
    @Transactional
    public Optional<ReminderRun> open(UUID organisationId, LocalDate today, Instant now) {
        if (!queries.worthARun(
                organisationId,
                today,
                now.minus(config.settleAfterImport()),
                now.minus(config.waitForImportsAtMost()))) {
            return Optional.empty();
        }
        var id = queries.open(organisationId, Ids.next(), today, now.plus(ReminderRun.LEASE), now);
        return Optional.of(new ReminderRun(organisationId, id, today, false, DigestTiming.AT_CHOSEN_TIME));
    }

    /**
     * Requested runs whose replica has gone, to be worked from here. The schedule's own need nobody: the next tick does what they left,
     * as of its own day.
     */
    @Transactional
    public List<ReminderRun> takeOver(UUID organisationId, Instant now) {
        var abandoned = queries.takeOver(organisationId, now.plus(ReminderRun.LEASE), now);
        for (var run : abandoned) {
            if (!run.origin().equals(REQUEST)) {
                queries.finish(organisationId, run.id(), now);
            }
        }
        return abandoned.stream()
                .filter(run -> run.origin().equals(REQUEST))
                .map(run -> requested(organisationId, run.id(), run.businessDate(), run.dryRun()))
                .toList();
    }

    /** Adds what a page came to; part of the page's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void count(ReminderRun run, Tally tally, Instant now) {
        queries.count(
                run.organisationId(),
                run.id(),
                tally.looked(),
                tally.sent(),
                tally.suppressed(),
                now.plus(ReminderRun.LEASE));
        var kinds = List.copyOf(tally.counts().entrySet());
        queries.countEach(
                run.organisationId(),
                run.id(),
                Columns.of(kinds, count -> count.getKey().fate().name(), String[]::new),
                Columns.of(kinds, count -> count.getKey().offsetDays(), Integer[]::new),
                Columns.of(kinds, Map.Entry::getValue, Integer[]::new));
    }

    /** Tells the other replicas that this run is being worked. */
    @Transactional
    public void stayAlive(ReminderRun run, Instant now) {
        queries.stayAlive(run.organisationId(), run.id(), now.plus(ReminderRun.LEASE));
    }

    /** @return false while something is still due, which somebody else has locked */
    @Transactional
    public boolean finish(ReminderRun run, Instant now) {
        if (queries.somethingIsDue(run.organisationId(), run.businessDate())) {
            return false;
        }
        queries.finish(run.organisationId(), run.id(), now);
        return true;
    }

    /** Ends a dry run with its counts. Where two replicas have worked on it, the first one's stand. */
    @Transactional
    public void finishDry(ReminderRun run, Tally tally, Instant now) {
        if (queries.finish(run.organisationId(), run.id(), now) == 1) {
            count(run, tally, now);
        }
    }

    private ReminderRun requested(UUID organisationId, UUID id, LocalDate businessDate, boolean dryRun) {
        var timing = config.businessDateAllowed() ? DigestTiming.NOW : DigestTiming.AT_CHOSEN_TIME;
        return new ReminderRun(organisationId, id, businessDate, dryRun, timing);
    }
}
