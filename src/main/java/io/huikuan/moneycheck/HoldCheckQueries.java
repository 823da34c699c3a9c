package io.huikuan.moneycheck;

import io.huikuan.moneycheck.MoneyCheckQueries.CounterExample;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;

/** Each method gives what breaks one invariant of promises and of what is on hold, as {@link MoneyCheckQueries} does. */
interface HoldCheckQueries {
    EntityManager entityManager();

    /** What came in time and still stands, and what became of the promise by that; a day that is over, its job may not have seen yet. */
    @SQL("""
            select d.id as subject, d.expected, d.found, count(*) over () as total
            from (
                select p.id, p.state || ' ' || cast(p.kept_amount as text) as found,
                    case when least(p.amount, m.payable) <= 0 then 'LAPSED'
                        when m.came >= least(p.amount, m.payable) then 'KEPT'
                        when p.state = 'OPEN' then 'OPEN'
                        when m.came > 0 then 'PARTLY_KEPT' else 'BROKEN' end
                        || ' ' || cast(cast(least(m.came, p.amount) as numeric(19, 4)) as text) as expected
                from promise p
                cross join lateral (
                    select coalesce(sum(e.came), 0) as came, sum(r.amount) - coalesce(sum(e.otherwise), 0) as payable
                    from promise_part s
                    join receivable r on r.organisation_id = :organisationId and r.id = s.receivable_id
                    cross join lateral (
                        select coalesce(sum(a.amount) filter (where c.counts), 0) as came,
                            coalesce(sum(a.amount) filter (where not c.counts), 0) as otherwise
                        from allocation a
                        left join allocation o on o.organisation_id = :organisationId and o.id = a.cause_id and o.kind = 'INSTRUMENT'
                        cross join lateral (
                            select a.kind in ('PAYMENT', 'INSTRUMENT') and coalesce(o.effective_on, a.effective_on) >= p.promised_on
                                and coalesce(o.recorded_at, a.recorded_at) > p.obtained_at as counts) c
                        where a.organisation_id = :organisationId and a.receivable_id = s.receivable_id
                          and a.component = 'PRINCIPAL' and a.undoes_id is null
                          and coalesce(o.effective_on, a.effective_on) <= p.held_until
                          and a.id not in (
                              select u.undoes_id from allocation u
                              where u.organisation_id = :organisationId and u.receivable_id = a.receivable_id
                                and u.undoes_id is not null)) e
                    where s.organisation_id = :organisationId and s.promise_id = p.id) m
                where p.organisation_id = :organisationId and p.state not in ('SUPERSEDED', 'WITHDRAWN')) d
            where d.expected <> d.found
            """ + MoneyCheckQueries.MOST)
    List<CounterExample> promisesThatDoNotFollowMoney(UUID organisationId);

    /** What holds stands exactly as long as what it comes of; a last day ends it by itself. */
    @SQL("""
            select h.id as subject, case when c.open then 'stands' else 'ended' end as expected,
                case when h.ended_at is null then 'stands' else 'ended' end as found, count(*) over () as total
            from hold h
            join (
                select p.id, p.state = 'OPEN' as open from promise p where p.organisation_id = :organisationId
                union all
                select d.id, d.state = 'OPEN' from dispute d where d.organisation_id = :organisationId
                union all
                select s.id, s.ended_at is null from pause s where s.organisation_id = :organisationId) c on c.id = h.cause_id
            where h.organisation_id = :organisationId and (h.ended_at is null) <> c.open
            """ + MoneyCheckQueries.MOST)
    List<CounterExample> holdsThatDoNotFollowTheirCause(UUID organisationId);
}
