package io.huikuan.standing;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface PaymentStatusQueries {
    EntityManager entityManager();

    record Balance(
            String currency,
            BigDecimal open,
            Long openCount,
            BigDecimal overdue,
            Long overdueCount,
            BigDecimal unapplied,
            BigDecimal unappliedCredit,
            BigDecimal secured,
            BigDecimal claimed,
            @Nullable LocalDate oldestDueOn) {}

    String SUMS = """
            select m.currency, sum(m.open) as open, sum(m.open_count) as open_count,
                sum(m.overdue) as overdue, sum(m.overdue_count) as overdue_count,
                sum(m.unapplied) as unapplied, sum(m.unapplied_credit) as unapplied_credit, sum(m.secured) as secured,
                sum(m.claimed) as claimed, min(m.due_on) as oldest_due_on
            from (
            """;

    /** As it stands. What a cheque or draft has in all is secured, applied or not, until it has cleared. */
    @SQL(SUMS + """
                select r.currency, r.open_amount as open, 1 as open_count,
                    case when r.due_on < :today then r.open_amount else 0 end as overdue,
                    case when r.due_on < :today then 1 else 0 end as overdue_count,
                    0 as unapplied, 0 as unapplied_credit, 0 as secured, 0 as claimed, r.due_on
                from receivable r
                where r.organisation_id = :organisationId and r.customer_id = :customerId and r.open_amount > 0
                union all
                select p.currency, 0, 0, 0, 0, case when p.state = 'CONFIRMED' then p.unapplied_amount else 0 end, 0,
                    case when p.state = 'SECURED' then p.amount else 0 end,
                    case when p.state = 'CLAIMED' then p.amount else 0 end, null
                from payment p
                where p.organisation_id = :organisationId and p.customer_id = :customerId
                  and (p.unapplied_amount > 0 or p.state in ('SECURED', 'CLAIMED'))
                union all
                select j.currency, 0, 0, 0, 0, 0, j.unapplied_amount, 0, 0, null
                from adjustment j
                where j.organisation_id = :organisationId and j.customer_id = :customerId and j.unapplied_amount > 0) m
            group by m.currency order by m.currency""")
    List<Balance> balances(UUID organisationId, UUID customerId, LocalDate today);

    /** The same from the entries, as of any day, as known at any moment. */
    @SQL("""
            with stood as (
                select r.currency, coalesce(d.due_on, r.billed_due_on) as due_on, r.amount - coalesce(s.settled, 0) as open
                from receivable r
                left join lateral (
                    select h.due_on from receivable_due_date h
                    where h.organisation_id = :organisationId and h.receivable_id = r.id
                      and h.effective_on <= :asOf and h.recorded_at <= :knownAt
                    order by h.effective_on desc, h.recorded_at desc, h.id desc limit 1) d on true
                left join lateral (
                    select sum(a.amount) as settled from allocation a
                    where a.organisation_id = :organisationId and a.receivable_id = r.id and a.component = 'PRINCIPAL'
                      and a.effective_on <= :asOf and a.recorded_at <= :knownAt) s on true
                where r.organisation_id = :organisationId and r.customer_id = :customerId
                  and r.issued_on <= :asOf and r.created_at <= :knownAt),
            given as (
                select a.payment_id, a.adjustment_id, a.kind, sum(a.amount) as amount
                from receivable r
                join allocation a on a.organisation_id = :organisationId and a.receivable_id = r.id
                where r.organisation_id = :organisationId and r.customer_id = :customerId
                  and a.effective_on <= :asOf and a.recorded_at <= :knownAt
                group by a.payment_id, a.adjustment_id, a.kind)
            """ + SUMS + """
                select t.currency, t.open, 1 as open_count,
                    case when t.due_on < :asOf then t.open else 0 end as overdue,
                    case when t.due_on < :asOf then 1 else 0 end as overdue_count,
                    0 as unapplied, 0 as unapplied_credit, 0 as secured, 0 as claimed, t.due_on
                from stood t where t.open > 0
                union all
                select e.currency, 0, 0, 0, 0, e.cash, 0, e.secured,
                    case e.kind when 'CLAIMED' then p.amount else
                        case when exists (
                            select from payment_entry c
                            where c.organisation_id = :organisationId and c.payment_id = e.payment_id and c.kind = 'CLAIMED')
                          and e.kind in ('REJECTED', 'CONFIRMED', 'SECURED') then -p.amount else 0 end end, null
                from payment p
                join payment_entry e on e.organisation_id = :organisationId and e.payment_id = p.id
                where p.organisation_id = :organisationId and p.customer_id = :customerId
                  and e.effective_on <= :asOf and e.recorded_at <= :knownAt
                union all
                select p.currency, 0, 0, 0, 0, -g.amount, 0, 0, 0, null
                from given g join payment p on p.organisation_id = :organisationId and p.id = g.payment_id
                where g.kind = 'PAYMENT'
                union all
                select j.currency, 0, 0, 0, 0, 0, j.amount, 0, 0, null
                from adjustment j
                where j.organisation_id = :organisationId and j.customer_id = :customerId and j.kind = 'CREDIT_NOTE'
                  and j.state in ('APPROVED', 'REVERSED') and j.effective_on <= :asOf and j.decided_at <= :knownAt
                  and not coalesce(j.reversed_on <= :asOf and j.reversed_at <= :knownAt, false)
                union all
                select j.currency, 0, 0, 0, 0, 0, -g.amount, 0, 0, null
                from given g join adjustment j on j.organisation_id = :organisationId and j.id = g.adjustment_id
                where g.kind = 'CREDIT_NOTE') m
            group by m.currency
            having sum(m.open_count) > 0 or sum(m.unapplied) <> 0 or sum(m.unapplied_credit) <> 0 or sum(m.secured) <> 0
                or sum(m.claimed) <> 0
            order by m.currency""")
    List<Balance> balancesThen(UUID organisationId, UUID customerId, LocalDate asOf, Instant knownAt);

    record Held(
            String currency,
            BigDecimal amount,
            BigDecimal promised,
            BigDecimal disputed,
            BigDecimal paused,
            @Nullable LocalDate until) {}

    /** What is on hold today; of each receivable no more than is open, in all and of each kind. */
    @SQL("""
            select r.currency, sum(least(r.open_amount, h.amount)) as amount, sum(least(r.open_amount, h.promised)) as promised,
                sum(least(r.open_amount, h.disputed)) as disputed, sum(least(r.open_amount, h.paused)) as paused, min(h.until) as until
            from receivable r
            cross join lateral (
                select sum(s.amount) as amount, coalesce(sum(s.amount) filter (where s.kind = 'PROMISE'), 0) as promised,
                    coalesce(sum(s.amount) filter (where s.kind = 'DISPUTE'), 0) as disputed,
                    coalesce(sum(s.amount) filter (where s.kind in ('PAUSE', 'LEGAL')), 0) as paused, min(s.ends_on) as until
                from hold s
                where s.organisation_id = :organisationId and s.receivable_id = r.id and s.ended_at is null and s.amount > 0
                  and s.starts_on <= :today and (s.ends_on is null or s.ends_on >= :today)) h
            where r.organisation_id = :organisationId and r.customer_id = :customerId and r.open_amount > 0 and h.amount > 0
            group by r.currency order by r.currency""")
    List<Held> held(UUID organisationId, UUID customerId, LocalDate today);

    record Dealings(
            @Nullable UUID paymentId,
            @Nullable LocalDate receivedOn,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable UUID contactId,
            @Nullable Instant happenedAt,
            @Nullable String channel,
            @Nullable String outcome,
            @Nullable UUID followUpId,
            @Nullable LocalDate dueOn,
            @Nullable String subject,
            Long settled,
            Long settledLate,
            @Nullable BigDecimal averageDaysLate) {}

    /** One row: the last payment, the last contact as it was corrected last, the next task, and how they have paid since {@code since}. */
    @SQL("""
            select p.id as payment_id, p.received_on, p.amount, p.currency,
                k.id as contact_id, k.happened_at, k.channel, k.outcome,
                f.id as follow_up_id, f.due_on, f.subject,
                h.settled, h.settled_late, h.average_days_late
            from (
                select count(*) as settled,
                    count(*) filter (where s.settled_on > s.due_on) as settled_late,
                    round(avg(s.settled_on - s.due_on), 1) as average_days_late
                from (
                    select r.due_on, max(a.effective_on) as settled_on
                    from receivable r
                    join allocation a on a.organisation_id = :organisationId and a.receivable_id = r.id and a.undoes_id is null
                        and a.component = 'PRINCIPAL' and a.kind in ('PAYMENT', 'INSTRUMENT')
                    where r.organisation_id = :organisationId and r.customer_id = :customerId and r.open_amount = 0
                      and not exists (
                          select from allocation u where u.organisation_id = :organisationId and u.undoes_id = a.id)
                    group by r.id, r.due_on) s
                where s.settled_on > :since) h
            left join lateral (
                select l.id, l.received_on, l.amount, l.currency from payment l
                where l.organisation_id = :organisationId and l.customer_id = :customerId and l.state = 'CONFIRMED'
                order by l.received_on desc, l.id desc limit 1) p on true
            left join lateral (
                select c.id, c.happened_at, c.channel, c.outcome from contact_log c
                where c.organisation_id = :organisationId and c.customer_id = :customerId
                  and not exists (
                      select from contact_log n where n.organisation_id = :organisationId and n.corrects_id = c.id)
                order by c.happened_at desc, c.id desc limit 1) k on true
            left join lateral (
                select t.id, t.due_on, t.subject from follow_up t
                where t.organisation_id = :organisationId and t.customer_id = :customerId and t.status = 'OPEN'
                order by t.due_on, t.id limit 1) f on true""")
    List<Dealings> dealings(UUID organisationId, UUID customerId, LocalDate since);
}
