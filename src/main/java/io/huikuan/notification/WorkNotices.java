package io.huikuan.notification;

import io.huikuan.delivery.TellingPlanning;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Tells people of the work that is theirs, in the inbox and by a push at once: tasks whose time has come, customers that were handed over.
 */
@ApplicationScoped
public class WorkNotices {
    private final WorkNoticeQueries queries;
    private final TellingPlanning tellings;

    WorkNotices(WorkNoticeQueries queries, TellingPlanning tellings) {
        this.queries = queries;
        this.tellings = tellings;
    }

    /** Each of these tasks in the place of what was told of it before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tellOfTasks(UUID organisationId, List<TaskNotice> tasks, LocalDate businessDate, Instant now) {
        if (tasks.isEmpty()) {
            return;
        }
        var followUps = column(tasks, TaskNotice::followUpId, UUID[]::new);
        queries.close(organisationId, followUps, now);
        var told = queries.tellOfTasks(
                organisationId,
                column(tasks, TaskNotice::recipientId, UUID[]::new),
                followUps,
                column(tasks, TaskNotice::customerId, UUID[]::new),
                column(tasks, TaskNotice::occurrence, Integer[]::new),
                column(tasks, TaskNotice::dueOn, LocalDate[]::new),
                businessDate,
                now);
        push(organisationId, NoticeKind.TASK_DUE, told, now);
    }

    /** Nobody needs to know of these tasks any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void closeTasks(UUID organisationId, Collection<UUID> followUps, Instant now) {
        queries.close(organisationId, followUps.toArray(UUID[]::new), now);
    }

    /** One notice of all customers that were handed over together. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tellOfHandOver(UUID organisationId, UUID recipientId, UUID handOverId, LocalDate day, Instant now) {
        var told = queries.tellOfHandOver(organisationId, recipientId, handOverId, day, now);
        push(organisationId, NoticeKind.CUSTOMERS_HANDED_OVER, told, now);
    }

    private void push(UUID organisationId, NoticeKind kind, List<WorkNoticeQueries.Told> told, Instant now) {
        var news = told.stream()
                .map(row -> new TellingPlanning.News(row.recipientId(), row.noticeId()))
                .toList();
        kind.push().ifPresent(push -> tellings.tell(organisationId, push, news, now));
    }

    private static <T> T[] column(List<TaskNotice> tasks, Function<TaskNotice, T> value, IntFunction<T[]> array) {
        return tasks.stream().map(value).toArray(array);
    }
}
