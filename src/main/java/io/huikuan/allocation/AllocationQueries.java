package io.huikuan.allocation;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface AllocationQueries {
    EntityManager entityManager();

    record Line(
            UUID id,
            UUID receivableId,
            String receivableNumber,
            String kind,
            String component,
            BigDecimal amount,
            String currency,
            LocalDate effectiveOn,
            String reason,
            @Nullable String criterion,
            @Nullable Integer place,
            @Nullable UUID undoesId,
            @Nullable UUID causeId,
            Instant recordedAt) {}

    String LINES = """
            select a.id, a.receivable_id, r.number, a.kind, a.component, a.amount, a.currency, a.effective_on, a.reason, a.criterion,
                a.place, a.undoes_id, a.cause_id, a.recorded_at
            from allocation a
            join receivable r on r.organisation_id = :organisationId and r.id = a.receivable_id
            where a.organisation_id = :organisationId
            """;

    @SQL(LINES + " and a.payment_id = :paymentId order by a.recorded_at, a.id")
    List<Line> ofPayment(UUID organisationId, UUID paymentId);

    @SQL(LINES + " and a.adjustment_id = :adjustmentId order by a.recorded_at, a.id")
    List<Line> ofAdjustment(UUID organisationId, UUID adjustmentId);

    record Setting(String strategy) {}

    @SQL("select strategy from allocation_setting where organisation_id = :organisationId")
    List<Setting> usualStrategy(UUID organisationId);

    @SQL("""
            insert into allocation_setting (organisation_id, strategy, changed_by, changed_at)
            values (:organisationId, :strategy, :actorId, :now)
            on conflict (organisation_id) do update
            set strategy = excluded.strategy, changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
    int chooseStrategy(UUID organisationId, String strategy, UUID actorId, Instant now);

    /** @param paymentIds null where it is of an adjustment, and the other way round */
    @SQL("""
            insert into allocation (
                organisation_id, id, payment_id, adjustment_id, kind, receivable_id, owner_id, component, amount, currency, effective_on,
                reason, criterion, place, undoes_id, cause_id, recorded_by, recorded_at)
            select :organisationId, w.id, w.payment_id, w.adjustment_id, w.kind, w.receivable_id, w.owner_id, w.component, w.amount,
                w.currency, w.effective_on, w.reason, w.criterion, w.place, w.undoes_id, w.cause_id, cast(:actorId as uuid), :now
            from unnest(
                    :ids, :paymentIds, :adjustmentIds, :kinds, :receivableIds, :ownerIds, :components, :amounts, :currencies,
                    :effectiveOns, :reasons, :criteria, :places, :undone, :causes)
                as w(id, payment_id, adjustment_id, kind, receivable_id, owner_id, component, amount, currency, effective_on, reason,
                    criterion, place, undoes_id, cause_id)""")
    int allocate(
            UUID organisationId,
            UUID[] ids,
            UUID[] paymentIds,
            UUID[] adjustmentIds,
            String[] kinds,
            UUID[] receivableIds,
            UUID[] ownerIds,
            String[] components,
            BigDecimal[] amounts,
            String[] currencies,
            LocalDate[] effectiveOns,
            String[] reasons,
            String[] criteria,
            Integer[] places,
            UUID[] undone,
            UUID[] causes,
            @Nullable UUID actorId,
            Instant now);

    /** What stands of a payment or adjustment: entries that nothing has taken back. */
    String STANDING = """
            from allocation a
                where a.organisation_id = :organisationId and a.undoes_id is null
                  and not exists (
                      select from allocation u where u.organisation_id = :organisationId and u.undoes_id = a.id)
            """;

    record WrittenOff(
            UUID id,
            UUID adjustmentId,
            UUID customerId,
            UUID receivableId,
            UUID ownerId,
            BigDecimal amount,
            String currency,
            LocalDate effectiveOn,
            String reason,
            String criterion,
            Integer place) {}

    /** What stands of write-offs, the latest first. */
    @SQL("""
            select w.id, w.adjustment_id, r.customer_id, w.receivable_id, w.owner_id, w.amount, w.currency, w.effective_on, w.reason,
                w.criterion, w.place
            from receivable r
            cross join lateral (
                select a.* """ + STANDING + """
                  and a.receivable_id = r.id and a.kind = 'WRITE_OFF') w
            where r.organisation_id = :organisationId and r.customer_id = any(:customerIds)
              and (r.id = any(:ids) or r.number = any(:numbers))
            order by w.recorded_at desc, w.id desc""")
    List<WrittenOff> writtenOff(UUID organisationId, UUID[] customerIds, UUID[] ids, String[] numbers);

    @SQL("""
            select a.effective_on from allocation a
            where a.organisation_id = :organisationId
              and (a.payment_id = cast(:paymentId as uuid) or a.adjustment_id = cast(:adjustmentId as uuid))
              and (a.undoes_id is not null and a.reason <> 'CLEARANCE' or a.reason = 'RESTORED')
            order by a.effective_on desc limit 1""")
    List<LocalDate> lastTakenBack(UUID organisationId, @Nullable UUID paymentId, @Nullable UUID adjustmentId);

    @SQL("select a.id " + STANDING + " and a.payment_id = :paymentId")
    List<UUID> standing(UUID organisationId, UUID paymentId);

    /**
     * @param amount negative: what was taken back
     * @param restored what counts as written off again for it
     */
    record Undone(UUID receivableId, String component, String currency, BigDecimal amount, BigDecimal restored) {}

    /**
     * Who collected it is who loses it again. Never before the entry it undoes, so that no day sees less than nothing allocated. What had
     * been written off, and was not because this money had come, is again, unless the write-off was taken back as a whole since.
     */
    @SQL("""
            with standing as (
                select a.* """ + STANDING + """
                  and (a.payment_id = cast(:paymentId as uuid) or a.adjustment_id = cast(:adjustmentId as uuid))
                  and (:all or a.id = any(:only))),
            undone as (
                insert into allocation (
                    organisation_id, id, payment_id, adjustment_id, kind, receivable_id, owner_id, component, amount, currency,
                    effective_on, undoes_id, reason, recorded_by, recorded_at)
                select s.organisation_id, uuidv7(), s.payment_id, s.adjustment_id, s.kind, s.receivable_id, s.owner_id, s.component,
                    -s.amount, s.currency, greatest(s.effective_on, :effectiveOn), s.id, :reason, cast(:actorId as uuid), :now
                from standing s
                returning receivable_id, component, currency, amount, cast(0 as numeric) as restored),
            restored as (
                insert into allocation (
                    organisation_id, id, adjustment_id, kind, receivable_id, owner_id, component, amount, currency, effective_on,
                    cause_id, reason, criterion, place, recorded_by, recorded_at)
                select :organisationId, uuidv7(), w.adjustment_id, w.kind, w.receivable_id, w.owner_id, w.component, -sum(w.amount),
                    w.currency, greatest(max(w.effective_on), max(s.effective_on), :effectiveOn), coalesce(s.cause_id, s.id),
                    'RESTORED', 'DESIGNATED', 1, cast(:actorId as uuid), :now
                from standing s
                join allocation w on w.organisation_id = :organisationId and w.cause_id in (s.id, s.cause_id) and w.kind = 'WRITE_OFF'
                join adjustment j on j.organisation_id = :organisationId and j.id = w.adjustment_id and j.state = 'APPROVED'
                where s.payment_id is not null
                group by s.id, s.cause_id, w.adjustment_id, w.kind, w.receivable_id, w.owner_id, w.component, w.currency
                returning receivable_id, component, currency, cast(0 as numeric) as amount, amount as restored)
            select m.receivable_id, m.component, m.currency, sum(m.amount) as amount, sum(m.restored) as restored
            from (select * from undone union all select * from restored) m
            group by m.receivable_id, m.component, m.currency""")
    List<Undone> undo(
            UUID organisationId,
            @Nullable UUID paymentId,
            @Nullable UUID adjustmentId,
            boolean all,
            UUID[] only,
            LocalDate effectiveOn,
            String reason,
            @Nullable UUID actorId,
            Instant now);

    /** Each part that the instrument secured gets its counter-entry, and is collected from the same day on. */
    @SQL("""
            with standing as (
                select a.* """ + STANDING + """
                  and a.payment_id = :paymentId and a.kind = 'INSTRUMENT'),
            undone as (
                insert into allocation (
                    organisation_id, id, payment_id, kind, receivable_id, owner_id, component, amount, currency,
                    effective_on, undoes_id, reason, recorded_by, recorded_at)
                select s.organisation_id, uuidv7(), s.payment_id, s.kind, s.receivable_id, s.owner_id, s.component, -s.amount, s.currency,
                    greatest(s.effective_on, :clearedOn), s.id, 'CLEARANCE', :actorId, :now
                from standing s),
            cleared as (
                insert into allocation (
                    organisation_id, id, payment_id, kind, receivable_id, owner_id, component, amount, currency,
                    effective_on, cause_id, reason, criterion, place, recorded_by, recorded_at)
                select s.organisation_id, uuidv7(), s.payment_id, 'PAYMENT', s.receivable_id, s.owner_id, s.component, s.amount,
                    s.currency, greatest(s.effective_on, :clearedOn), s.id, s.reason, s.criterion, s.place, :actorId, :now
                from standing s
                returning id)
            select id from cleared""")
    List<UUID> clear(UUID organisationId, UUID paymentId, LocalDate clearedOn, UUID actorId, Instant now);
}
