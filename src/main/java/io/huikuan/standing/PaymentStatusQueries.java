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
            @Nullable LocalDate oldestDueOn) {}

    @SQL("""
            select m.currency, sum(m.open) as open, sum(m.open_count) as open_count,
                sum(m.overdue) as overdue, sum(m.overdue_count) as overdue_count,
                sum(m.unapplied) as unapplied, min(m.due_on) as oldest_due_on
            from (
                select r.currency, r.open_amount as open, 1 as open_count,
                    case when r.due_on < :today then r.open_amount else 0 end as overdue,
                    case when r.due_on < :today then 1 else 0 end as overdue_count,
                    0 as unapplied, r.due_on
                from receivable r
                where r.organisation_id = :organisationId and r.customer_id = :customerId and r.open_amount > 0
                union all
                select p.currency, 0, 0, 0, 0, p.unapplied_amount, null
                from payment p
                where p.organisation_id = :organisationId and p.customer_id = :customerId and p.unapplied_amount > 0) m
            group by m.currency order by m.currency""")
    List<Balance> balances(UUID organisationId, UUID customerId, LocalDate today);

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
