package io.huikuan.receivable;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

/** What the entries say about receivables: as of any day, as known at any moment. */
interface BookQueries {
    EntityManager entityManager();

    /** @param kind of {@code allocation} */
    record Part(UUID receivableId, String kind, BigDecimal amount) {}

    /** By what they were settled, of few receivables. */
    @SQL("""
            select a.receivable_id, a.kind, sum(a.amount) as amount
            from allocation a
            where a.organisation_id = :organisationId and a.receivable_id = any(:receivableIds) and a.component = 'PRINCIPAL'
              and a.effective_on <= :asOf and a.recorded_at <= :knownAt
            group by a.receivable_id, a.kind""")
    List<Part> settled(UUID organisationId, UUID[] receivableIds, LocalDate asOf, Instant knownAt);

    /** @param until the last day of the hold that ends first; null where only a decision ends one */
    record Held(
            UUID receivableId, BigDecimal amount, @Nullable LocalDate until) {}

    /** What holds take out of the demand for few receivables; together it may be more than is open. */
    @SQL("""
            select h.receivable_id, sum(h.amount) as amount, min(h.ends_on) as until
            from hold h
            where h.organisation_id = :organisationId and h.receivable_id = any(:receivableIds)
              and h.ended_at is null and h.starts_on <= :today and (h.ends_on is null or h.ends_on >= :today) and h.amount > 0
            group by h.receivable_id""")
    List<Held> held(UUID organisationId, UUID[] receivableIds, LocalDate today);

    /** What the customers' confirmed cash and credit notes leave unapplied, in one currency. */
    @SQL("""
            select coalesce(sum(m.amount), 0) from (
                select p.unapplied_amount as amount from payment p
                where p.organisation_id = :organisationId and p.customer_id = :customerId and p.currency = :currency
                  and p.state = 'CONFIRMED' and p.unapplied_amount > 0
                union all
                select j.unapplied_amount from adjustment j
                where j.organisation_id = :organisationId and j.customer_id = :customerId and j.currency = :currency
                  and j.state = 'APPROVED' and j.unapplied_amount > 0) m""")
    BigDecimal unapplied(UUID organisationId, UUID customerId, String currency);

    /** A receivable as it was. */
    record Then(
            UUID id,
            UUID customerId,
            String customerName,
            UUID ownerId,
            String number,
            LocalDate issuedOn,
            LocalDate billedDueOn,
            LocalDate dueOn,
            BigDecimal amount,
            BigDecimal open,
            String currency,
            @Nullable UUID contractId,
            @Nullable UUID invoiceId,
            @Nullable String note,
            long version) {}

    /** What was agreed last until then about the due date, else what was billed; and what was settled by then. */
    String THEN = """
            with stood as (
                select r.id, r.customer_id, c.name as customer_name, r.owner_id, r.number, r.issued_on, r.billed_due_on,
                    coalesce(d.due_on, r.billed_due_on) as due_on, r.amount, r.amount - coalesce(s.settled, 0) as open, r.currency,
                    r.contract_id, r.invoice_id, r.note, r.version, coalesce(s.written_off, 0) as written_off,
                    coalesce(s.secured, 0) as secured
                from receivable r
                join customer c on c.organisation_id = :organisationId and c.id = r.customer_id
                left join lateral (
                    select h.due_on from receivable_due_date h
                    where h.organisation_id = :organisationId and h.receivable_id = r.id
                      and h.effective_on <= :asOf and h.recorded_at <= :knownAt
                    order by h.effective_on desc, h.recorded_at desc, h.id desc limit 1) d on true
                left join lateral (
                    select sum(a.amount) as settled, sum(a.amount) filter (where a.kind = 'WRITE_OFF') as written_off,
                        sum(a.amount) filter (where a.kind = 'INSTRUMENT') as secured
                    from allocation a
                    where a.organisation_id = :organisationId and a.receivable_id = r.id and a.component = 'PRINCIPAL'
                      and a.effective_on <= :asOf and a.recorded_at <= :knownAt) s on true
                where r.organisation_id = :organisationId and r.issued_on <= :asOf and r.created_at <= :knownAt
                  and (:seesAll or r.owner_id = any(:owners))
            """;

    String COLUMNS = """
            select t.id, t.customer_id, t.customer_name, t.owner_id, t.number, t.issued_on, t.billed_due_on, t.due_on, t.amount, t.open,
                t.currency, t.contract_id, t.invoice_id, t.note, t.version
            from stood t
            """;

    /** @param status name of a {@link ReceivableFilter.Status}; null for all */
    @SQL(THEN + """
                  and (cast(:ownerId as uuid) is null or r.owner_id = cast(:ownerId as uuid))
                  and (cast(:customerId as uuid) is null or r.customer_id = cast(:customerId as uuid)))
            """ + COLUMNS + """
            where (cast(:status as text) is null or case cast(:status as text)
                    when 'OPEN' then t.open > 0
                    when 'PARTLY_PAID' then t.open > 0 and t.open < t.amount
                    when 'OVERDUE' then t.open > 0 and t.due_on < :asOf
                    when 'SECURED' then t.open = 0 and t.secured > 0
                    when 'WRITTEN_OFF' then t.open = 0 and t.secured = 0 and t.written_off > 0
                    when 'PAID' then t.open = 0 and t.secured = 0 and t.written_off = 0 end)
              and (cast(:dueFrom as date) is null or t.due_on >= cast(:dueFrom as date))
              and (cast(:dueTo as date) is null or t.due_on <= cast(:dueTo as date))
              and (cast(:minOpen as numeric) is null or t.open >= cast(:minOpen as numeric))
              and (cast(:afterDueOn as date) is null or (t.due_on, t.id) > (cast(:afterDueOn as date), cast(:afterId as uuid)))
            order by t.due_on, t.id limit :rows""")
    List<Then> then(
            UUID organisationId,
            boolean seesAll,
            UUID[] owners,
            LocalDate asOf,
            Instant knownAt,
            @Nullable String status,
            @Nullable UUID ownerId,
            @Nullable UUID customerId,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable BigDecimal minOpen,
            @Nullable LocalDate afterDueOn,
            @Nullable UUID afterId,
            int rows);

    @SQL(THEN + """
                  and r.id = :id)
            """ + COLUMNS)
    List<Then> oneThen(UUID organisationId, boolean seesAll, UUID[] owners, LocalDate asOf, Instant knownAt, UUID id);
}
