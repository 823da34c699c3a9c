package io.huikuan.followup;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface FollowUpQueries {
    EntityManager entityManager();

    record Row(FollowUp followUp, String customerName, UUID customerOwnerId, String assigneeName) {}

    /** Visible is what is the viewer's to do now, or about a customer that the viewer sees. */
    @HQL("""
            select f, c.name, c.ownerId, u.displayName
            from FollowUp f join Customer c on c.id = f.customerId join User u on u.id = f.assigneeId
            where (:all = true or :owners contains c.ownerId or :owners contains f.assigneeId and f.completedAt is null)
              and (:status is null or f.status = :status)
              and (:assigneeId is null or f.assigneeId = :assigneeId)
              and (:customerId is null or f.customerId = :customerId)
              and (cast(:dueTo as LocalDate) is null or f.dueOn <= :dueTo)
              and (cast(:afterDueOn as LocalDate) is null
                or f.dueOn >= :afterDueOn and (f.dueOn > :afterDueOn or f.id > :afterId))
            order by f.dueOn, f.id limit :rows""")
    List<Row> list(
            boolean all,
            UUID[] owners,
            FollowUpView.@Nullable Status status,
            @Nullable UUID assigneeId,
            @Nullable UUID customerId,
            @Nullable LocalDate dueTo,
            @Nullable LocalDate afterDueOn,
            @Nullable UUID afterId,
            int rows);

    @HQL("""
            select f, c.name, c.ownerId, u.displayName
            from FollowUp f join Customer c on c.id = f.customerId join User u on u.id = f.assigneeId
            where f.id = :id and (:all = true or :owners contains c.ownerId or :owners contains f.assigneeId and f.completedAt is null)""")
    List<Row> visible(UUID id, boolean all, UUID[] owners);

    @HQL("""
            select f, c.name, c.ownerId, u.displayName
            from FollowUp f join Customer c on c.id = f.customerId join User u on u.id = f.assigneeId
            where f.id = :id""")
    Row byId(UUID id);

    @SQL("""
            select count(*) from receivable
            where organisation_id = :organisationId and id = :receivableId and customer_id = :customerId""")
    long countReceivable(UUID organisationId, UUID receivableId, UUID customerId);

    /** @return the ids of the tasks that were not there yet; what is nullable of a task may have null elements */
    @SQL("""
            with planned as (
                insert into follow_up (organisation_id, id, customer_id, receivable_id, assignee_id, subject, note, due_on,
                    priority, origin, origin_key, due_time, nag_minutes, next_nag_at, cause, status, created_by, created_at, version)
                select :organisationId, w.id, w.customer_id, w.receivable_id, w.assignee_id, w.subject, w.note, w.due_on,
                    w.priority, w.origin, w.origin_key, cast(w.due_time as time), w.nag_minutes, w.next_nag_at, w.cause, 'OPEN', cast(:actorId as uuid), :now, 0
                from unnest(:ids, :customerIds, :receivableIds, :assigneeIds, :subjects, :notes, :dueDates, :priorities,
                    :origins, :originKeys, :dueTimes, :nagMinutes, :nextNags, :causes) as w (id, customer_id, receivable_id, assignee_id, subject, note, due_on,
                    priority, origin, origin_key, due_time, nag_minutes, next_nag_at, cause)
                on conflict do nothing
                returning id)
            select id from planned""")
    List<UUID> planAll(
            UUID organisationId,
            @Nullable UUID actorId,
            UUID[] ids,
            UUID[] customerIds,
            UUID[] receivableIds,
            UUID[] assigneeIds,
            String[] subjects,
            String[] notes,
            LocalDate[] dueDates,
            String[] priorities,
            String[] origins,
            String[] originKeys,
            String[] dueTimes,
            Integer[] nagMinutes,
            Instant[] nextNags,
            String[] causes,
            Instant now);

    /** @return 1 where it was open and nobody had said so before */
    @SQL("""
            update follow_up set acknowledged_at = :now, next_nag_at = null, version = version + 1
            where organisation_id = :organisationId and id = :id and status = 'OPEN' and acknowledged_at is null""")
    int acknowledge(UUID organisationId, UUID id, Instant now);

    record ToTell(
            UUID id,
            UUID customerId,
            UUID assigneeId,
            @Nullable Integer nagMinutes,
            int nags,
            LocalDate dueOn) {}

    /** Those whose assignee is to be told by now; others who ask at the same moment pass them by. */
    @SQL("""
            select f.id, f.customer_id, f.assignee_id, f.nag_minutes, f.nags, f.due_on from follow_up f
            where f.organisation_id = :organisationId and f.next_nag_at <= :now
            order by f.next_nag_at, f.id limit :rows for no key update skip locked""")
    List<ToTell> toTell(UUID organisationId, Instant now, int rows);

    /** Leaves the row's version alone: to be told changes nothing that somebody may have read. Next moments may have null elements. */
    @SQL("""
            update follow_up f set nags = f.nags + w.told, next_nag_at = w.next_nag_at
            from unnest(:ids, :told, :nextNags) as w (id, told, next_nag_at)
            where f.organisation_id = :organisationId and f.id = w.id""")
    int told(UUID organisationId, UUID[] ids, Integer[] told, Instant[] nextNags);

    /** @return the ids of the tasks that were still to do */
    @SQL("""
            with handed as (
                update follow_up set assignee_id = :ownerId, version = version + 1
                where organisation_id = :organisationId and customer_id = any(:customerIds) and assignee_id = :formerOwnerId
                  and status = 'OPEN'
                returning id)
            select id from handed""")
    List<UUID> handOver(UUID organisationId, UUID[] customerIds, UUID formerOwnerId, UUID ownerId);
}
