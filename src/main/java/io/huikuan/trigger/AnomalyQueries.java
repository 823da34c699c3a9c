package io.huikuan.trigger;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface AnomalyQueries {
    EntityManager entityManager();

    record Line(
            UUID id,
            UUID customerId,
            String customerName,
            UUID ownerId,
            String ownerName,
            String number,
            LocalDate dueOn,
            BigDecimal openAmount,
            String currency) {}

    /** What is overdue and has nothing to come, the longest overdue first. */
    @SQL("""
            select r.id, r.customer_id, c.name as customer_name, r.owner_id, u.display_name as owner_name, r.number, r.due_on,
                r.open_amount, r.currency
            from receivable_without_next_step(:organisationId, :today, :lastOffset) w
            join receivable r on r.organisation_id = :organisationId and r.id = w.receivable_id
            join customer c on c.organisation_id = r.organisation_id and c.id = r.customer_id
            join app_user u on u.organisation_id = r.organisation_id and u.id = r.owner_id
            where r.organisation_id = :organisationId and (:all or r.owner_id = any(:owners))
              and (cast(:ownerId as uuid) is null or r.owner_id = :ownerId)
              and (cast(:afterDueOn as date) is null or (r.due_on, r.id) > (cast(:afterDueOn as date), cast(:afterId as uuid)))
            order by r.due_on, r.id limit :rows""")
    List<Line> withoutNextStep(
            UUID organisationId,
            LocalDate today,
            int lastOffset,
            boolean all,
            UUID[] owners,
            @Nullable UUID ownerId,
            @Nullable LocalDate afterDueOn,
            @Nullable UUID afterId,
            int rows);

    @SQL("""
            select count(*)
            from receivable_without_next_step(:organisationId, :today, :lastOffset) w
            join receivable r on r.organisation_id = :organisationId and r.id = w.receivable_id
            where r.organisation_id = :organisationId and (:all or r.owner_id = any(:owners))
              and (cast(:ownerId as uuid) is null or r.owner_id = :ownerId)""")
    long countWithoutNextStep(
            UUID organisationId, LocalDate today, int lastOffset, boolean all, UUID[] owners, @Nullable UUID ownerId);
}
