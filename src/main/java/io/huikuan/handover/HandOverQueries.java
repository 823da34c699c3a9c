package io.huikuan.handover;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface HandOverQueries {
    EntityManager entityManager();

    @SQL("""
            select cast(cardinality(:customers) as bigint) as customers,
                (select count(*) from receivable r
                 where r.organisation_id = :organisationId and r.customer_id = any(:customers) and r.open_amount > 0) as open_receivables,
                (select count(*) from follow_up f
                 where f.organisation_id = :organisationId and f.customer_id = any(:customers) and f.assignee_id = :fromId
                   and f.status = 'OPEN') as open_follow_ups""")
    HandOverEffect effect(UUID organisationId, UUID fromId, UUID[] customers);

    @SQL("""
            insert into hand_over (organisation_id, id, from_id, to_id, reason, day, customers, open_receivables, open_follow_ups,
                made_by, made_at)
            values (:organisationId, :id, :fromId, :toId, :reason, :day, :customers, :openReceivables, :openFollowUps, :madeBy, :madeAt)""")
    int add(
            UUID organisationId,
            UUID id,
            UUID fromId,
            UUID toId,
            String reason,
            LocalDate day,
            long customers,
            long openReceivables,
            long openFollowUps,
            UUID madeBy,
            Instant madeAt);

    /** The latest first, where the viewer sees one of the two. */
    @SQL("""
            select h.id, h.from_id, f.display_name as from_name, h.to_id, t.display_name as to_name, h.reason, h.day, h.customers,
                h.open_receivables, h.open_follow_ups, h.made_by, h.made_at
            from hand_over h
            join app_user f on f.organisation_id = h.organisation_id and f.id = h.from_id
            join app_user t on t.organisation_id = h.organisation_id and t.id = h.to_id
            where h.organisation_id = :organisationId and (:all or h.from_id = any(:people) or h.to_id = any(:people))
              and (cast(:id as uuid) is null or h.id = :id)
              and (cast(:beforeId as uuid) is null or h.id < :beforeId)
            order by h.id desc limit :rows""")
    List<HandOverView> list(
            UUID organisationId, boolean all, UUID[] people, @Nullable UUID id, @Nullable UUID beforeId, int rows);
}
