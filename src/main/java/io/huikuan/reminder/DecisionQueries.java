package io.huikuan.reminder;

import io.huikuan.rules.Money;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

/** What was decided, for those who ask why. */
interface DecisionQueries {
    EntityManager entityManager();

    record Row(
            UUID id,
            UUID runId,
            LocalDate businessDate,
            String fate,
            @Nullable Integer offsetDays,
            @Nullable Integer occurrence,
            int policyVersion,
            BigDecimal open,
            String currency,
            LocalDate nextLookOn,
            Instant decidedAt) {
        Money money() {
            return Money.of(open, currency);
        }
    }

    @SQL("""
            select count(*) from receivable
            where organisation_id = :organisationId and id = :receivableId and (:all or owner_id = any(:owners))""")
    long countVisible(UUID organisationId, UUID receivableId, boolean all, UUID[] owners);

    @SQL("""
            select d.id, d.run_id, d.business_date, d.fate, d.offset_days, d.occurrence, d.policy_version, d.open_amount,
                r.currency, d.next_look_on, d.decided_at
            from reminder_decision d
            join receivable r on r.organisation_id = :organisationId and r.id = d.receivable_id
            where d.organisation_id = :organisationId and d.receivable_id = :receivableId
              and (cast(:beforeId as uuid) is null or d.id < cast(:beforeId as uuid))
            order by d.id desc limit :rows""")
    List<Row> of(UUID organisationId, UUID receivableId, @Nullable UUID beforeId, int rows);
}
