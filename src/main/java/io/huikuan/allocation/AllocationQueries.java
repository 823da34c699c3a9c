package io.huikuan.allocation;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface AllocationQueries {
    EntityManager entityManager();

    record Line(AllocationEntry entry, String receivableNumber) {}

    @HQL("""
            select a, r.number from AllocationEntry a join Receivable r on r.id = a.receivableId
            where a.paymentId = :paymentId
            order by a.recordedAt, a.id""")
    List<Line> linesOf(UUID paymentId);

    @SQL("""
            insert into allocation (
                organisation_id, id, payment_id, receivable_id, owner_id, kind, component, amount, currency, effective_on,
                reason, recorded_by, recorded_at)
            select :organisationId, w.id, w.payment_id, w.receivable_id, w.owner_id, 'PAYMENT', 'PRINCIPAL', w.amount, w.currency,
                w.effective_on, 'PAYMENT', cast(:actorId as uuid), :now
            from unnest(:ids, :paymentIds, :receivableIds, :ownerIds, :amounts, :currencies, :effectiveOns)
                as w(id, payment_id, receivable_id, owner_id, amount, currency, effective_on)""")
    int allocate(
            UUID organisationId,
            UUID[] ids,
            UUID[] paymentIds,
            UUID[] receivableIds,
            UUID[] ownerIds,
            BigDecimal[] amounts,
            String[] currencies,
            LocalDate[] effectiveOns,
            @Nullable UUID actorId,
            Instant now);

    record Undone(UUID receivableId, String currency, BigDecimal amount) {}

    /** Who collected it is who loses it again. Never before the entry it undoes, so that no day sees less than nothing allocated. */
    @SQL("""
            with undone as (
                insert into allocation (
                    organisation_id, id, payment_id, receivable_id, owner_id, kind, component, amount, currency, effective_on,
                    undoes_id, reason, recorded_by, recorded_at)
                select a.organisation_id, uuidv7(), a.payment_id, a.receivable_id, a.owner_id, a.kind, a.component, -a.amount, a.currency,
                    greatest(a.effective_on, :effectiveOn), a.id, 'REVERSAL', :actorId, :now
                from allocation a
                where a.organisation_id = :organisationId and a.payment_id = :paymentId and a.undoes_id is null
                  and not exists (
                      select from allocation u where u.organisation_id = :organisationId and u.undoes_id = a.id)
                returning receivable_id, currency, amount)
            select receivable_id, currency, sum(amount) as amount from undone group by receivable_id, currency""")
    List<Undone> undo(UUID organisationId, UUID paymentId, LocalDate effectiveOn, UUID actorId, Instant now);
}
