package io.huikuan.followup;

import io.huikuan.audit.AuditTrail;
import io.huikuan.customer.CustomersHandedOver;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes tasks, hands them on and has them done. */
@ApplicationScoped
public class FollowUpKeeping {
    /** What of a task is to change; what is absent stays. */
    public record Change(
            @Nullable String subject,
            @Nullable String note,
            @Nullable LocalDate dueOn,
            NewFollowUp.@Nullable Priority priority,
            @Nullable UUID assigneeId,
            @Nullable LocalTime dueTime,
            @Nullable Integer nagMinutes) {
        /** True where the assignee has to be told anew. */
        boolean isOfTime() {
            return dueOn != null || dueTime != null || nagMinutes != null || assigneeId != null;
        }
    }

    private final FollowUps followUps;
    private final FollowUpQueries queries;
    private final Assignees assignees;
    private final Nags timing;
    private final AuditTrail audit;

    FollowUpKeeping(FollowUps followUps, FollowUpQueries queries, Assignees assignees, Nags timing, AuditTrail audit) {
        this.followUps = followUps;
        this.queries = queries;
        this.assignees = assignees;
        this.timing = timing;
        this.audit = audit;
    }

    /**
     * @param check sees the present state first and may refuse the change, as {@code If-Match} does
     * @throws FollowUpDone when there is nothing left to change
     */
    @Transactional
    public FollowUpView change(Viewer viewer, UUID id, Change change, Consumer<FollowUpView> check, Instant now) {
        var row = assignees.workable(viewer, id);
        check.accept(FollowUpView.of(row));
        var task = row.followUp();
        if (change.assigneeId() != null && !change.assigneeId().equals(task.assigneeId)) {
            assignees.require(viewer, change.assigneeId());
        }
        task.change(change);
        if (task.nagMinutes != null && task.dueTime == null) {
            throw InvalidRequest.field("/dueTime", "required");
        }
        if (change.isOfTime()) {
            timing.isKnown(viewer.organisationId(), id, now);
            timing.first(viewer.organisationId(), task.dueOn, task.dueTime).ifPresent(task::tellAt);
        }
        return settled(viewer, task, "followup.changed", now);
    }

    /** @throws FollowUpDone when somebody has done it already */
    @Transactional
    public FollowUpView complete(Viewer viewer, UUID id, String outcome, @Nullable String note, Instant now) {
        var task = assignees.workable(viewer, id).followUp();
        task.complete(outcome, note, viewer.userId(), now);
        timing.isKnown(viewer.organisationId(), id, now);
        return settled(viewer, task, "followup.completed", now);
    }

    /** Whoever takes over customers takes over what the former owner had still to do for them. */
    void handOver(@Observes CustomersHandedOver event) {
        var handed =
                queries.handOver(event.organisationId(), event.customers(), event.formerOwnerId(), event.ownerId());
        var details = Map.of("assignee", event.ownerId());
        var events =
                handed.stream().map(id -> new AuditTrail.Event(id, details)).toList();
        audit.recordAll(
                event.organisationId(), event.actorId(), "followup.handed-over", "followup", events, event.now());
    }

    private FollowUpView settled(Viewer viewer, FollowUp task, String action, Instant now) {
        followUps.flush();
        var details = Map.of("assignee", task.assigneeId, "dueOn", task.dueOn, "version", task.version);
        audit.record(viewer.organisationId(), viewer.userId(), action, "followup", task.id, details, now);
        return FollowUpView.of(queries.byId(task.id));
    }
}
