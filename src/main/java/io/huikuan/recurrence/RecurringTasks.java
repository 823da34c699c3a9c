package io.huikuan.recurrence;

import io.huikuan.audit.AuditTrail;
import io.huikuan.followup.FollowUpPlanning;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.RoleMissing;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Arranges tasks that come again, pauses and ends them. */
@ApplicationScoped
public class RecurringTasks {
    private final RecurringTaskRows rows;
    private final RecurringTaskQueries queries;
    private final FollowUpPlanning planning;
    private final AuditTrail audit;

    RecurringTasks(RecurringTaskRows rows, RecurringTaskQueries queries, FollowUpPlanning planning, AuditTrail audit) {
        this.rows = rows;
        this.queries = queries;
        this.planning = planning;
        this.audit = audit;
    }

    /**
     * Its tasks come by themselves, the first one on the rule's first day that is not past.
     *
     * @throws NotFound when the customer is not the viewer's to see
     * @throws InvalidRequest when the rule is none or never comes, or the assignee nobody whom the viewer may choose
     */
    @Transactional
    public RecurringTaskView arrange(Viewer viewer, NewRecurringTask wanted, LocalDate today, Instant now) {
        var assignee = wanted.assigneeId();
        planning.requireMayPlan(viewer, wanted.customerId(), assignee == null ? viewer.userId() : assignee);
        var recurrence = Recurrence.of(wanted.rule(), wanted.startsOn());
        var firstOn = recurrence
                .onOrAfter(wanted.startsOn().isBefore(today) ? today : wanted.startsOn())
                .orElseThrow(() -> InvalidRequest.field("/rule", "rule-never-comes"));
        var id = Ids.orNext(wanted.id());
        if (rows.findByIdOptional(id).isPresent()) {
            throw new AlreadyExists("/id");
        }
        rows.persistAndFlush(new RecurringTask(id, wanted, firstOn, viewer.userId(), now));
        var details = Map.of("customer", wanted.customerId(), "rule", wanted.rule());
        audit.record(
                viewer.organisationId(),
                viewer.userId(),
                "recurring-task.arranged",
                "recurring-task",
                id,
                details,
                now);
        return view(viewer, id, today);
    }

    /**
     * What falls on a day up to {@code through} becomes no task.
     *
     * @throws RecurringTaskEnded when nothing comes any more
     */
    @Transactional
    public RecurringTaskView pause(Viewer viewer, UUID id, LocalDate through, LocalDate today, Instant now) {
        if (through.isBefore(today)) {
            throw InvalidRequest.field("/through", "must-not-be-before", today);
        }
        return change(viewer, id, "recurring-task.paused", task -> task.pauseThrough(through), today, now);
    }

    /**
     * From today on it comes again. May be said of what is not paused, without effect.
     *
     * @throws RecurringTaskEnded when nothing comes any more
     */
    @Transactional
    public RecurringTaskView resume(Viewer viewer, UUID id, LocalDate today, Instant now) {
        return change(viewer, id, "recurring-task.resumed", task -> task.resume(today), today, now);
    }

    /**
     * It comes no more; tasks that it has become stay.
     *
     * @throws RecurringTaskEnded when nothing comes any more
     */
    @Transactional
    public RecurringTaskView end(Viewer viewer, UUID id, LocalDate today, Instant now) {
        return change(viewer, id, "recurring-task.ended", task -> task.end(now), today, now);
    }

    private RecurringTaskView change(
            Viewer viewer, UUID id, String action, Consumer<RecurringTask> step, LocalDate today, Instant now) {
        var row = row(viewer, id);
        var assignee = row.task().assigneeId;
        if (!viewer.worksOn(row.customerOwnerId()) && (assignee == null || !viewer.worksOn(assignee))) {
            throw new RoleMissing();
        }
        step.accept(row.task());
        rows.flush();
        audit.record(viewer.organisationId(), viewer.userId(), action, "recurring-task", id, Map.of(), now);
        return view(viewer, id, today);
    }

    private RecurringTaskQueries.Row row(Viewer viewer, UUID id) {
        return queries.visible(viewer.seesAll(), viewer.owners(), id, null, null, 1).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private RecurringTaskView view(Viewer viewer, UUID id, LocalDate today) {
        return RecurringTaskView.of(row(viewer, id), today);
    }
}
