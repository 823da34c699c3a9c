package io.huikuan.followup;

import io.huikuan.audit.AuditTrail;
import io.huikuan.followup.FollowUpQueries.ToTell;
import io.huikuan.notification.TaskNotice;
import io.huikuan.notification.TaskNoticeTaken;
import io.huikuan.notification.WorkNotices;
import io.huikuan.rules.WorkingTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells assignees of tasks whose time has come, and again, until somebody acknowledges them. */
@ApplicationScoped
public class FollowUpTelling {
    private static final int PAGE = 200;

    private final FollowUpQueries queries;
    private final Nags timing;
    private final WorkNotices notices;
    private final AuditTrail audit;

    FollowUpTelling(FollowUpQueries queries, Nags timing, WorkNotices notices, AuditTrail audit) {
        this.queries = queries;
        this.timing = timing;
        this.notices = notices;
        this.audit = audit;
    }

    /**
     * A page of those to be told of by now. Nobody is told outside of working hours: where these have changed since, it waits for the next.
     * What was missed while nobody looked is told once.
     *
     * @param today of the organisation
     * @return how many were looked at; 0 when nothing is left
     */
    @Transactional
    public int tellDue(UUID organisationId, LocalDate today, Instant now) {
        var due = queries.toTell(organisationId, now, PAGE);
        if (due.isEmpty()) {
            return 0;
        }
        var hours = timing.hours(organisationId);
        boolean working = hours.isWorkedAt(now);
        Function<ToTell, @Nullable Instant> next = task -> working ? again(hours, task, now) : hours.onOrAfter(now);
        if (working) {
            notices.tellOfTasks(
                    organisationId, due.stream().map(FollowUpTelling::notice).toList(), today, now);
        }
        queries.told(
                organisationId,
                due.stream().map(ToTell::id).toArray(UUID[]::new),
                due.stream().map(_ -> working ? 1 : 0).toArray(Integer[]::new),
                due.stream().map(next).toArray(Instant[]::new));
        return due.size();
    }

    /** Who takes on what they were told knows of the task. */
    void know(@Observes TaskNoticeTaken taken) {
        int known = queries.acknowledge(taken.organisationId(), taken.followUpId(), taken.now());
        if (known > 0) {
            audit.record(
                    taken.organisationId(),
                    taken.actorId(),
                    "followup.acknowledged",
                    "followup",
                    taken.followUpId(),
                    Map.of(),
                    taken.now());
        }
    }

    private static @Nullable Instant again(WorkingTime hours, ToTell task, Instant now) {
        return Nags.next(hours, now, task.nagMinutes()).orElse(null);
    }

    private static TaskNotice notice(ToTell task) {
        return new TaskNotice(task.id(), task.customerId(), task.assigneeId(), task.dueOn(), task.nags() + 1);
    }
}
