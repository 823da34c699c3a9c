package io.huikuan.followup;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Has people told of a task again and again, until they say that they know. */
@ApplicationScoped
public class FollowUpNagging {
    private final FollowUps followUps;
    private final FollowUpQueries queries;
    private final Assignees assignees;
    private final Nags timing;
    private final AuditTrail audit;

    FollowUpNagging(FollowUps followUps, FollowUpQueries queries, Assignees assignees, Nags timing, AuditTrail audit) {
        this.followUps = followUps;
        this.queries = queries;
        this.assignees = assignees;
        this.timing = timing;
        this.audit = audit;
    }

    /**
     * Nobody is told of it again before its time changes or somebody snoozes it. May be said again without effect.
     *
     * @throws FollowUpDone when there is nothing left to know
     */
    @Transactional
    public FollowUpView acknowledge(Viewer viewer, UUID id, Instant now) {
        var task = assignees.workable(viewer, id).followUp();
        boolean before = task.acknowledgedAt != null;
        task.acknowledge(now);
        timing.isKnown(viewer.organisationId(), id, now);
        return before ? view(task) : settled(viewer, task, "followup.acknowledged", Map.of(), now);
    }

    /**
     * Nobody is told of it before {@code until}, or the beginning of work after that; then it goes on.
     *
     * @throws InvalidRequest unless {@code until} lies ahead
     * @throws FollowUpDone when there is nothing left to tell
     */
    @Transactional
    public FollowUpView snooze(Viewer viewer, UUID id, Instant until, Instant now) {
        if (!until.isAfter(now)) {
            throw InvalidRequest.field("/until", "must-be-after", now);
        }
        var task = assignees.workable(viewer, id).followUp();
        timing.isKnown(viewer.organisationId(), id, now);
        task.tellAt(timing.hours(viewer.organisationId()).onOrAfter(until));
        return settled(viewer, task, "followup.snoozed", Map.of("until", until), now);
    }

    private FollowUpView settled(Viewer viewer, FollowUp task, String action, Map<String, ?> details, Instant now) {
        followUps.flush();
        audit.record(viewer.organisationId(), viewer.userId(), action, "followup", task.id, details, now);
        return view(task);
    }

    private FollowUpView view(FollowUp task) {
        return FollowUpView.of(queries.byId(task.id));
    }
}
