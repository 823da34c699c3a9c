package io.huikuan.hold;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface HoldQueries {
    EntityManager entityManager();

    /** @return the receivables of which something else is held now */
    @SQL("""
            with placed as (
                insert into hold as h (
                    organisation_id, id, receivable_id, customer_id, kind, cause_id, amount, starts_on, ends_on)
                select :organisationId, uuidv7(), w.receivable_id, :customerId, :kind, :causeId, w.amount, :startsOn,
                    cast(:endsOn as date)
                from unnest(:receivableIds, :amounts) as w(receivable_id, amount)
                on conflict (organisation_id, cause_id, receivable_id) do update
                set amount = excluded.amount, ends_on = excluded.ends_on, ended_at = null
                where h.amount <> excluded.amount or h.ends_on is distinct from excluded.ends_on or h.ended_at is not null
                returning receivable_id)
            select receivable_id from placed""")
    List<UUID> place(
            UUID organisationId,
            UUID customerId,
            String kind,
            UUID causeId,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            UUID[] receivableIds,
            BigDecimal[] amounts);

    /** @return the receivables of which something was held until now */
    @SQL("""
            with ended as (
                update hold set ended_at = :now
                where organisation_id = :organisationId and cause_id = :causeId and ended_at is null
                returning receivable_id)
            select receivable_id from ended""")
    List<UUID> end(UUID organisationId, UUID causeId, Instant now);

    /** @return the receivables of which something is held */
    @SQL("""
            with moved as (
                update hold set ends_on = :lastDay
                where organisation_id = :organisationId and cause_id = :causeId and ended_at is null
                returning receivable_id)
            select receivable_id from moved""")
    List<UUID> endOn(UUID organisationId, UUID causeId, LocalDate lastDay);

    /** Whatever is open of a receivable, now and after money is gone again, is less than what was billed. */
    String COVER = """
            with covered as (
                insert into hold (organisation_id, id, receivable_id, customer_id, kind, cause_id, amount, starts_on, ends_on)
                select p.organisation_id, uuidv7(), r.id, r.customer_id, p.kind, p.id, r.amount, p.starts_on, p.held_until
                from pause p
                join receivable r on r.organisation_id = :organisationId and r.customer_id = p.customer_id
                where p.organisation_id = :organisationId
            """;

    String COVERED = """
                on conflict do nothing
                returning receivable_id)
            select receivable_id from covered""";

    /** @return the receivables that the pause holds from now on */
    @SQL(COVER + """
                  and p.id = :pauseId and case when p.receivable_id is null then r.open_amount > 0 else r.id = p.receivable_id end
            """ + COVERED)
    List<UUID> cover(UUID organisationId, UUID pauseId);

    /** Of these receivables, those of customers all of whose money is paused. */
    @SQL(COVER + """
                  and p.receivable_id is null and r.id = any(:receivableIds)
                  and p.ended_at is null and (p.held_until is null or p.held_until >= :today)
            """ + COVERED)
    List<UUID> coverNew(UUID organisationId, UUID[] receivableIds, LocalDate today);
}
