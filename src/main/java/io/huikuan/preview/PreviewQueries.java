package io.huikuan.preview;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

/**
 * What the present transaction has changed. PostgreSQL itself knows which rows those are, so that nothing has to be remembered of how
 * things were: what was open before is what is open now and what the transaction's own entries have settled.
 */
interface PreviewQueries {
    EntityManager entityManager();

    record Changed(
            UUID id,
            UUID customerId,
            String number,
            LocalDate dueOn,
            BigDecimal amount,
            String currency,
            BigDecimal open,
            BigDecimal secured,
            BigDecimal writtenOff,
            BigDecimal openMoved,
            BigDecimal securedMoved,
            BigDecimal writtenOffMoved,
            boolean isNew,
            @Nullable LocalDate nextLookOn) {}

    @SQL("""
            select r.id, r.customer_id, r.number, r.due_on, r.amount, r.currency, r.open_amount as open,
                coalesce(s.secured, 0) as secured, coalesce(s.written_off, 0) as written_off,
                -coalesce(s.moved, 0) as open_moved, coalesce(s.secured_moved, 0) as secured_moved,
                coalesce(s.written_off_moved, 0) as written_off_moved,
                r.version = 0 and coalesce(s.moved, 0) = r.amount - r.open_amount and r.created_at = :now as is_new, l.next_look_on
            from receivable r
            left join receivable_look l on l.organisation_id = :organisationId and l.receivable_id = r.id
            left join lateral (
                select sum(a.amount) filter (where a.kind = 'INSTRUMENT') as secured,
                    sum(a.amount) filter (where a.kind = 'WRITE_OFF') as written_off,
                    sum(a.amount) filter (where a.xmin = cast(pg_current_xact_id() as xid)) as moved,
                    sum(a.amount) filter (where a.kind = 'INSTRUMENT' and a.xmin = cast(pg_current_xact_id() as xid)) as secured_moved,
                    sum(a.amount) filter (where a.kind = 'WRITE_OFF' and a.xmin = cast(pg_current_xact_id() as xid)) as written_off_moved
                from allocation a
                where a.organisation_id = :organisationId and a.receivable_id = r.id and a.component = 'PRINCIPAL') s on true
            where r.organisation_id = :organisationId and r.customer_id = any(:customerIds)
              and r.xmin = cast(pg_current_xact_id() as xid)
            order by r.due_on, r.id limit :rows""")
    List<Changed> receivables(UUID organisationId, UUID[] customerIds, Instant now, int rows);

    record Source(
            UUID id,
            UUID customerId,
            String kind,
            String state,
            BigDecimal amount,
            BigDecimal unapplied,
            String currency) {}

    /** Payments and adjustments. */
    @SQL("""
            select p.id, p.customer_id, 'PAYMENT' as kind, p.state, p.amount, p.unapplied_amount as unapplied, p.currency
            from payment p
            where p.organisation_id = :organisationId and p.customer_id = any(:customerIds) and p.xmin = cast(pg_current_xact_id() as xid)
            union all
            select j.id, j.customer_id, j.kind, j.state, j.amount, j.unapplied_amount, j.currency
            from adjustment j
            where j.organisation_id = :organisationId and j.customer_id = any(:customerIds) and j.xmin = cast(pg_current_xact_id() as xid)
            order by 1 limit :rows""")
    List<Source> sources(UUID organisationId, UUID[] customerIds, int rows);

    record Promised(
            UUID id,
            UUID customerId,
            LocalDate dueOn,
            String state,
            BigDecimal amount,
            BigDecimal kept,
            String currency) {}

    @SQL("""
            select p.id, p.customer_id, p.due_on, p.state, p.amount, p.kept_amount as kept, p.currency
            from promise p
            where p.organisation_id = :organisationId and p.customer_id = any(:customerIds) and p.xmin = cast(pg_current_xact_id() as xid)
            order by p.due_on, p.id limit :rows""")
    List<Promised> promises(UUID organisationId, UUID[] customerIds, int rows);

    record Told(
            UUID recipientId,
            String recipientName,
            String kind,
            @Nullable UUID receivableId,
            String state) {}

    /** Who would be told, told again, or told no more. */
    @SQL("""
            select n.recipient_id, u.display_name as recipient_name, n.kind, n.receivable_id, n.state
            from notice n
            join app_user u on u.organisation_id = :organisationId and u.id = n.recipient_id
            where n.organisation_id = :organisationId and n.customer_id = any(:customerIds)
              and (n.receivable_id in (
                      select r.id from receivable r
                      where r.organisation_id = :organisationId and r.customer_id = any(:customerIds)
                        and r.xmin = cast(pg_current_xact_id() as xid))
                or n.payment_id in (
                      select p.id from payment p
                      where p.organisation_id = :organisationId and p.customer_id = any(:customerIds)
                        and p.xmin = cast(pg_current_xact_id() as xid))
                or num_nonnulls(n.contract_id, n.promise_id, n.dispute_id) > 0)
              and n.xmin = cast(pg_current_xact_id() as xid)
            order by u.display_name, n.kind, n.id limit :rows""")
    List<Told> told(UUID organisationId, UUID[] customerIds, int rows);
}
