package io.huikuan.promise;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;

/** What the entries say about promises. */
interface PromiseMoneyQueries {
    EntityManager entityManager();

    /** @param payable what came of a part, and what was still open besides on the promise's last day */
    record Came(
            UUID promiseId,
            UUID receivableId,
            BigDecimal promised,
            BigDecimal came,
            BigDecimal payable,
            String currency) {}

    /**
     * What came by the last day of each promise, and still stands: entries that nothing has taken back, dated from the day of the promise
     * on and written since it was given. Paper that has become cash counts from when it came.
     */
    String CAME = """
            select s.promise_id, s.receivable_id, s.amount as promised, coalesce(e.came, 0) as came,
                r.amount - coalesce(e.otherwise, 0) as payable, r.currency
            from promise p
            join promise_part s on s.organisation_id = p.organisation_id and s.promise_id = p.id
            join receivable r on r.organisation_id = p.organisation_id and r.id = s.receivable_id
            left join lateral (
                select sum(a.amount) filter (where m.counts) as came, sum(a.amount) filter (where not m.counts) as otherwise
                from allocation a
                left join allocation o on o.organisation_id = a.organisation_id and o.id = a.cause_id and o.kind = 'INSTRUMENT'
                cross join lateral (
                    select a.kind in ('PAYMENT', 'INSTRUMENT') and coalesce(o.effective_on, a.effective_on) >= p.promised_on
                        and coalesce(o.recorded_at, a.recorded_at) > p.obtained_at as counts) m
                where a.organisation_id = p.organisation_id and a.receivable_id = s.receivable_id and a.component = 'PRINCIPAL'
                  and a.undoes_id is null and coalesce(o.effective_on, a.effective_on) <= p.held_until
                  and not exists (
                      select from allocation u where u.organisation_id = a.organisation_id and u.undoes_id = a.id)) e on true
            where p.organisation_id = :organisationId
            """;

    @SQL(CAME + " and p.id = any(:ids)")
    List<Came> came(UUID organisationId, UUID[] ids);

    /** Those over some of these receivables whose state the money decides, not people. */
    @SQL("""
            select distinct p.id from promise_part s
            join promise p on p.organisation_id = :organisationId and p.id = s.promise_id
            where s.organisation_id = :organisationId and s.receivable_id = any(:receivableIds)
              and p.state not in ('SUPERSEDED', 'WITHDRAWN')""")
    List<UUID> over(UUID organisationId, UUID[] receivableIds);

    /**
     * Those whose last day is over, with their customers locked. Passed by are those whose money somebody moves at this moment: what
     * comes of it is decided there, and they are asked for again.
     */
    @SQL("""
            select p.id from promise p
            join customer c on c.organisation_id = :organisationId and c.id = p.customer_id
            where p.organisation_id = :organisationId and p.state = 'OPEN' and p.held_until < :today
            order by p.held_until, p.id limit :rows
            for no key update of c skip locked""")
    List<UUID> matured(UUID organisationId, LocalDate today, int rows);

    /** @param stands whether there is something left to remind of */
    record Due(
            UUID id, UUID customerId, BigDecimal amount, String currency, LocalDate dueOn, int turns, boolean stands) {}

    /** Each once, whoever asks. */
    @SQL("""
            with due as (
                select id from promise
                where organisation_id = :organisationId and remind_on <= :today
                order by remind_on, id limit :rows
                for no key update skip locked),
            reminded as (
                update promise p set remind_on = null
                from due d
                where p.organisation_id = :organisationId and p.id = d.id
                returning p.id, p.customer_id, p.amount, p.currency, p.due_on, p.turns, p.state)
            select id, customer_id, amount, currency, due_on, turns, state = 'OPEN' and due_on >= :today as stands from reminded""")
    List<Due> remind(UUID organisationId, LocalDate today, int rows);
}
