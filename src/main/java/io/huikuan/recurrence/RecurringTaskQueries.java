package io.huikuan.recurrence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface RecurringTaskQueries {
    EntityManager entityManager();

    record Row(RecurringTask task, String customerName, UUID customerOwnerId) {}

    /** Visible is what is about a customer that the viewer sees, or the viewer's to do. */
    @HQL("""
            select t, c.name, c.ownerId from RecurringTask t join Customer c on c.id = t.customerId
            where (:all = true or :owners contains c.ownerId or :owners contains t.assigneeId)
              and (:id is null or t.id = :id)
              and (:customerId is null or t.customerId = :customerId)
              and (:beforeId is null or t.id < :beforeId)
            order by t.id desc limit :rows""")
    List<Row> visible(
            boolean all,
            UUID[] owners,
            @Nullable UUID id,
            @Nullable UUID customerId,
            @Nullable UUID beforeId,
            int rows);

    record Due(UUID id, UUID assigneeId) {}

    /**
     * What has to become a task by now, with whose it will be: of who has left, the customer's owner. Others who ask at the same moment
     * pass them by.
     */
    @SQL("""
            select t.id, coalesce(u.id, c.owner_id) as assignee_id
            from recurring_task t
            join customer c on c.organisation_id = t.organisation_id and c.id = t.customer_id
            left join app_user u on u.organisation_id = t.organisation_id and u.id = t.assignee_id and u.active
            where t.organisation_id = :organisationId and t.make_on <= :today
            order by t.make_on, t.id limit :rows for no key update of t skip locked""")
    List<Due> due(UUID organisationId, LocalDate today, int rows);

    @HQL("from RecurringTask t where t.id in :ids")
    List<RecurringTask> byIds(List<UUID> ids);
}
