package io.huikuan.recurrence;

import io.huikuan.calendar.WorkCalendars;
import io.huikuan.followup.FollowUpPlanning;
import io.huikuan.followup.NewFollowUp;
import io.huikuan.rules.BusinessCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes tasks of the occurrences that have come. */
@ApplicationScoped
public class RecurringTaskMaking {
    private static final int PAGE = 200;

    private final RecurringTaskQueries queries;
    private final WorkCalendars calendars;
    private final FollowUpPlanning planning;

    RecurringTaskMaking(RecurringTaskQueries queries, WorkCalendars calendars, FollowUpPlanning planning) {
        this.queries = queries;
        this.calendars = calendars;
        this.planning = planning;
    }

    /**
     * A page of what has come by {@code today}. An occurrence on a day off is due on the next working day. Where several were missed, only
     * the last becomes a task: three missed visits are one to make.
     *
     * @return how many occurrences were looked at; 0 when nothing is left
     */
    @Transactional
    public int make(UUID organisationId, LocalDate today, Instant now) {
        var due = queries.due(organisationId, today, PAGE);
        if (due.isEmpty()) {
            return 0;
        }
        var assignees = due.stream()
                .collect(Collectors.toMap(RecurringTaskQueries.Due::id, RecurringTaskQueries.Due::assigneeId));
        var calendar = calendars.of(organisationId);
        var wanted = new ArrayList<NewFollowUp>();
        for (var task :
                queries.byIds(due.stream().map(RecurringTaskQueries.Due::id).toList())) {
            var assignee = Objects.requireNonNull(assignees.get(task.id));
            occurrence(task, today)
                    .filter(day -> task.pausedThrough == null || day.isAfter(task.pausedThrough))
                    .map(day -> followUp(task, assignee, day, calendar))
                    .ifPresent(wanted::add);
        }
        planning.planAll(organisationId, wanted, now);
        return due.size();
    }

    /** The last one that has come; the one after it is the next. */
    private static Optional<LocalDate> occurrence(RecurringTask task, LocalDate today) {
        var recurrence = task.recurrence();
        var last = recurrence.last(Objects.requireNonNull(task.nextOn), today.plusDays(task.aheadDays));
        task.nextOn = last.flatMap(day -> recurrence.onOrAfter(day.plusDays(1))).orElse(null);
        return last;
    }

    private static NewFollowUp followUp(RecurringTask task, UUID assigneeId, LocalDate day, BusinessCalendar calendar) {
        return new NewFollowUp(
                null,
                task.customerId,
                null,
                assigneeId,
                task.subject,
                task.note,
                calendar.workingDayOnOrAfter(day),
                task.priority,
                NewFollowUp.Origin.RECURRENCE,
                task.dueTime,
                task.nagMinutes,
                "recurring-task/" + task.id + "/" + day);
    }
}
