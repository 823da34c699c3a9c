package io.huikuan.moneycheck;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;

/** What the latest checks found: kept for operators, who are told numbers and no counter-examples. */
interface KeptCheckQueries {
    EntityManager entityManager();

    @SQL("""
            insert into money_check (organisation_id, invariant, violations, checked_at)
            select :organisationId, w.invariant, w.violations, :now
            from unnest(:invariants, :violations) as w(invariant, violations)
            on conflict (organisation_id, invariant) do update
            set violations = excluded.violations, checked_at = excluded.checked_at""")
    int keep(UUID organisationId, String[] invariants, Long[] violations, Instant now);

    /**
     * @param violations in how many ways money is wrong, in all organisations
     * @param checkedAt of the one whose check lies back furthest; {@link Instant#EPOCH} where none was ever checked
     * @param unchecked how many organisations wait for a check for too long
     */
    record Kept(long violations, Instant checkedAt, long unchecked) {}

    /** Who was never checked waits since the organisation was opened. */
    @SQL("""
            with m as materialized (
                select k.organisation_id, sum(k.violations) as violations, max(k.checked_at) as checked_at
                from money_check k group by k.organisation_id)
            select cast(coalesce(sum(m.violations), 0) as bigint) as violations, coalesce(min(m.checked_at), 'epoch') as checked_at,
                count(*) filter (where coalesce(m.checked_at, o.created_at) < :overdueBefore) as unchecked
            from organisation o
            left join m on m.organisation_id = o.id""")
    List<Kept> kept(Instant overdueBefore);

    /** Until the transaction's end: who comes second waits, and then finds what the first has kept. */
    @SQL(
            "select cast(pg_advisory_xact_lock(hashtextextended('money-check/' || cast(:organisationId as text), 0)) as text)")
    List<String> hold(UUID organisationId);

    @SQL("select max(checked_at) from money_check where organisation_id = :organisationId")
    List<Instant> checkedAt(UUID organisationId);
}
