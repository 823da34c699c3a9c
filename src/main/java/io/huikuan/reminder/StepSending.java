package io.huikuan.reminder;

import io.huikuan.followup.FollowUpPlanning;
import io.huikuan.notification.NewNotice;
import io.huikuan.notification.NoticeKind;
import io.huikuan.notification.NoticePosting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Sends the steps of a page: moves the receivables on their ladders, tells the people, hands out the tasks. */
@ApplicationScoped
class StepSending {
    private final ReminderQueries queries;
    private final NoticePosting notices;
    private final FollowUpPlanning followUps;

    StepSending(ReminderQueries queries, NoticePosting notices, FollowUpPlanning followUps) {
        this.queries = queries;
        this.notices = notices;
        this.followUps = followUps;
    }

    void send(ReminderRun run, List<Sent> steps, Instant now) {
        if (steps.isEmpty()) {
            return;
        }
        queries.moved(
                run.organisationId(),
                run.businessDate(),
                Columns.of(steps, step -> step.due().receivableId(), UUID[]::new),
                Columns.of(steps, step -> step.due().dueOn(), LocalDate[]::new),
                Columns.of(steps, Sent::offsetDays, Integer[]::new),
                Columns.of(steps, Sent::occurrence, Integer[]::new),
                Columns.of(steps, Sent::promisesBroken, Integer[]::new));
        var tasks = steps.stream().flatMap(step -> StepTasks.of(step).stream()).toList();
        if (!tasks.isEmpty()) {
            followUps.planAll(run.organisationId(), tasks, now);
        }
        var told = steps.stream()
                .flatMap(step -> notices(step, run.businessDate()))
                .toList();
        notices.post(run.organisationId(), told, run.businessDate(), run.timing(), now);
    }

    private static Stream<NewNotice> notices(Sent step, LocalDate today) {
        var due = step.due();
        return step.recipients().stream()
                .map(recipient -> new NewNotice(
                        recipient,
                        kind(due, recipient, today),
                        due.receivableId(),
                        due.customerId(),
                        step.offsetDays(),
                        step.occurrence(),
                        due.dueOn(),
                        due.money(),
                        step.send().step().channels()));
    }

    /** What it is on the day of the telling, which may be later than the step's own day. */
    private static NoticeKind kind(ReminderQueries.Due due, UUID recipient, LocalDate today) {
        if (today.isBefore(due.dueOn())) {
            return NoticeKind.DUE_SOON;
        }
        if (today.equals(due.dueOn())) {
            return NoticeKind.DUE_TODAY;
        }
        return recipient.equals(due.ownerId()) ? NoticeKind.OVERDUE : NoticeKind.ESCALATED;
    }
}
