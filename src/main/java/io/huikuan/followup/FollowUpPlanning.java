package io.huikuan.followup;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Plans tasks: for somebody who asks, and for a run that asks for many at once. */
@ApplicationScoped
public class FollowUpPlanning {
    private final FollowUps followUps;
    private final FollowUpQueries queries;
    private final Assignees assignees;
    private final Nags timing;
    private final AuditTrail audit;

    FollowUpPlanning(FollowUps followUps, FollowUpQueries queries, Assignees assignees, Nags timing, AuditTrail audit) {
        this.followUps = followUps;
        this.queries = queries;
        this.assignees = assignees;
        this.timing = timing;
        this.audit = audit;
    }

    /**
     * Plans a task in the name of a viewer, who must see the customer and whom the task is for.
     *
     * @throws NotFound when the customer is not the viewer's to see
     * @throws InvalidRequest when the assignee is not somebody the viewer may choose, or the receivable another customer's
     */
    @Transactional
    public FollowUpView plan(Viewer viewer, NewFollowUp wanted, Instant now) {
        assignees.require(viewer, wanted.customerId(), wanted.assigneeId());
        return plan(viewer.organisationId(), viewer.userId(), wanted, now);
    }

    /**
     * For rooms that plan later what a viewer asks for now.
     *
     * @throws NotFound when the customer is not the viewer's to see
     * @throws InvalidRequest when the assignee is not somebody the viewer may choose
     */
    @Transactional
    public void requireMayPlan(Viewer viewer, UUID customerId, UUID assigneeId) {
        assignees.require(viewer, customerId, assigneeId);
    }

    /**
     * Plans a task for somebody who is known to be allowed to.
     *
     * @param actorId who asked for it; null for the system itself
     * @throws AlreadyExists when there is a task of this id
     */
    @Transactional
    public FollowUpView plan(UUID organisationId, @Nullable UUID actorId, NewFollowUp wanted, Instant now) {
        var receivableId = wanted.receivableId();
        if (receivableId != null && queries.countReceivable(organisationId, receivableId, wanted.customerId()) == 0) {
            throw InvalidRequest.field("/receivableId", "receivable-unknown");
        }
        var id = Ids.orNext(wanted.id());
        if (followUps.findByIdOptional(id).isPresent()) {
            throw new AlreadyExists("/id");
        }
        var task = new FollowUp(id, wanted, actorId, now);
        timing.first(organisationId, wanted.dueOn(), wanted.dueTime()).ifPresent(task::tellAt);
        followUps.persistAndFlush(task);
        audit.record(organisationId, actorId, "followup.planned", "followup", id, details(wanted), now);
        return FollowUpView.of(queries.byId(id));
    }

    /**
     * Plans many tasks in one statement. Harmless to repeat: what has an id or a cause that is there already, or comes from a reminder
     * whose task of the same subject for the same receivable is still open, is left out.
     *
     * @return how many were planned
     */
    @Transactional
    public int planAll(UUID organisationId, List<NewFollowUp> wanted, Instant now) {
        if (wanted.isEmpty()) {
            return 0;
        }
        var ids = column(wanted, task -> Ids.orNext(task.id()), UUID[]::new);
        var planned = Set.copyOf(queries.planAll(
                organisationId,
                null,
                ids,
                column(wanted, NewFollowUp::customerId, UUID[]::new),
                column(wanted, NewFollowUp::receivableId, UUID[]::new),
                column(wanted, NewFollowUp::assigneeId, UUID[]::new),
                column(wanted, NewFollowUp::subject, String[]::new),
                column(wanted, NewFollowUp::note, String[]::new),
                column(wanted, NewFollowUp::dueOn, LocalDate[]::new),
                column(wanted, task -> task.priority().name(), String[]::new),
                column(wanted, task -> task.origin().name(), String[]::new),
                column(wanted, NewFollowUp::originKey, String[]::new),
                column(
                        wanted,
                        task -> task.dueTime() == null ? null : task.dueTime().toString(),
                        String[]::new),
                column(wanted, NewFollowUp::nagMinutes, Integer[]::new),
                column(wanted, timing.firsts(organisationId, wanted), Instant[]::new),
                column(wanted, NewFollowUp::cause, String[]::new),
                now));
        var events = IntStream.range(0, ids.length)
                .filter(i -> planned.contains(ids[i]))
                .mapToObj(i -> new AuditTrail.Event(ids[i], details(wanted.get(i))))
                .toList();
        audit.recordAll(organisationId, null, "followup.planned", "followup", events, now);
        return planned.size();
    }

    private static Map<String, UUID> details(NewFollowUp wanted) {
        return Map.of("customer", wanted.customerId(), "assignee", wanted.assigneeId());
    }

    private static <T> T[] column(
            List<NewFollowUp> wanted, Function<NewFollowUp, @Nullable T> value, IntFunction<T[]> array) {
        return wanted.stream().map(value).toArray(array);
    }
}
