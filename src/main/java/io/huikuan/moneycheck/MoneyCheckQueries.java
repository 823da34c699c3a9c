package io.huikuan.moneycheck;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;

/** Each method gives what breaks one invariant: {@link #MOST} counter-examples, each with how many there are in all. */
interface MoneyCheckQueries {
    EntityManager entityManager();

    /** As many as somebody reads. */
    String MOST = """
             order by 1 limit 20
            """;

    /** @param subject id of the receivable, payment, adjustment or entry that breaks it */
    record CounterExample(UUID subject, String expected, String found, long total) {}

    @SQL("""
            select r.id as subject, cast(r.amount - coalesce(s.settled, 0) as text) as expected, cast(r.open_amount as text) as found,
                count(*) over () as total
            from receivable r
            left join (
                select a.receivable_id, sum(a.amount) as settled from allocation a
                where a.organisation_id = :organisationId and a.component = 'PRINCIPAL'
                group by a.receivable_id) s on s.receivable_id = r.id
            where r.organisation_id = :organisationId and r.open_amount <> r.amount - coalesce(s.settled, 0)
            """ + MOST)
    List<CounterExample> receivablesThatDoNotAddUp(UUID organisationId);

    @SQL("""
            select d.receivable_id as subject, '0 .. ' || cast(r.amount as text) as expected,
                cast(max(d.settled) as text) || ' at most, ' || cast(min(d.settled) as text) || ' at least' as found,
                count(*) over () as total
            from (
                select a.receivable_id, sum(sum(a.amount)) over (partition by a.receivable_id order by a.effective_on) as settled
                from allocation a
                where a.organisation_id = :organisationId and a.component = 'PRINCIPAL'
                group by a.receivable_id, a.effective_on) d
            join receivable r on r.organisation_id = :organisationId and r.id = d.receivable_id
            group by d.receivable_id, r.amount
            having max(d.settled) > r.amount or min(d.settled) < 0
            """ + MOST)
    List<CounterExample> receivablesOutOfBounds(UUID organisationId);

    @SQL("""
            select p.id as subject, cast(coalesce(e.came, 0) - coalesce(s.allocated, 0) as text) as expected,
                cast(p.unapplied_amount as text) as found, count(*) over () as total
            from payment p
            left join (
                select e.payment_id, sum(e.cash + e.secured) as came from payment_entry e
                where e.organisation_id = :organisationId group by e.payment_id) e on e.payment_id = p.id
            left join (
                select a.payment_id, sum(a.amount) as allocated from allocation a
                where a.organisation_id = :organisationId and a.payment_id is not null
                group by a.payment_id) s on s.payment_id = p.id
            where p.organisation_id = :organisationId
              and p.unapplied_amount <> coalesce(e.came, 0) - coalesce(s.allocated, 0)
            """ + MOST)
    List<CounterExample> paymentsThatDoNotAddUp(UUID organisationId);

    @SQL("""
            select d.payment_id as subject, 'nothing below 0 on any day' as expected,
                cast(min(d.cash) as text) || ' of cash, ' || cast(min(d.paper) as text) || ' of paper unapplied' as found,
                count(*) over () as total
            from (
                select m.payment_id, sum(sum(m.cash)) over days as cash, sum(sum(m.paper)) over days as paper
                from (
                    select e.payment_id, e.effective_on, e.cash, e.secured as paper from payment_entry e
                    where e.organisation_id = :organisationId
                    union all
                    select a.payment_id, a.effective_on, case a.kind when 'PAYMENT' then -a.amount else 0 end,
                        case a.kind when 'INSTRUMENT' then -a.amount else 0 end
                    from allocation a
                    where a.organisation_id = :organisationId and a.payment_id is not null) m
                group by m.payment_id, m.effective_on
                window days as (partition by m.payment_id order by m.effective_on)) d
            group by d.payment_id
            having min(d.cash) < 0 or min(d.paper) < 0
            """ + MOST)
    List<CounterExample> paymentsOutOfBounds(UUID organisationId);

    @SQL("""
            select p.id as subject,
                case when coalesce(e.cash, 0) = p.amount and coalesce(e.secured, 0) = 0 then 'CONFIRMED'
                    when coalesce(e.cash, 0) = 0 and coalesce(e.secured, 0) = p.amount then 'SECURED'
                    when coalesce(e.cash, 0) = 0 and coalesce(e.secured, 0) = 0 then 'CLAIMED, REJECTED, BOUNCED or REVERSED'
                    else 'no state has ' || cast(e.cash as text) || ' of cash, ' || cast(e.secured as text) || ' secured' end as expected,
                p.state as found, count(*) over () as total
            from payment p
            left join (
                select e.payment_id, sum(e.cash) as cash, sum(e.secured) as secured from payment_entry e
                where e.organisation_id = :organisationId group by e.payment_id) e on e.payment_id = p.id
            where p.organisation_id = :organisationId
              and (coalesce(e.cash, 0), coalesce(e.secured, 0))
                <> (case p.state when 'CONFIRMED' then p.amount else 0 end, case p.state when 'SECURED' then p.amount else 0 end)
            """ + MOST)
    List<CounterExample> paymentsOfAnotherState(UUID organisationId);

    @SQL("""
            select j.id as subject,
                cast(case j.state when 'APPROVED' then j.amount else 0 end - coalesce(s.allocated, 0) as text) as expected,
                cast(j.unapplied_amount as text) as found, count(*) over () as total
            from adjustment j
            left join (
                select a.adjustment_id, sum(a.amount) as allocated, bool_or(a.reason = 'LATE_RECEIPT') as paid_late from allocation a
                where a.organisation_id = :organisationId and a.adjustment_id is not null
                group by a.adjustment_id) s on s.adjustment_id = j.id
            where j.organisation_id = :organisationId
              and case when j.kind = 'WRITE_OFF' and j.state = 'APPROVED'
                -- What money came for after all is written off no more.
                then coalesce(s.allocated, 0) not between 0 and j.amount or j.unapplied_amount <> 0
                    or coalesce(s.allocated, 0) < j.amount and not coalesce(s.paid_late, false)
                else j.unapplied_amount <> case j.state when 'APPROVED' then j.amount else 0 end - coalesce(s.allocated, 0) end
            """ + MOST)
    List<CounterExample> adjustmentsThatDoNotAddUp(UUID organisationId);

    @SQL("""
            select l.cause_id as subject, '0 while the money does not stand' as expected, cast(l.taken as text) as found,
                count(*) over () as total
            from (
                select w.cause_id, sum(w.amount) as taken from allocation w
                join adjustment j on j.organisation_id = :organisationId and j.id = w.adjustment_id and j.state = 'APPROVED'
                where w.organisation_id = :organisationId and w.cause_id is not null and w.kind = 'WRITE_OFF'
                group by w.cause_id) l
            where l.taken <> 0 and not exists (
                -- The money itself, or the cash that the paper has become.
                select from allocation a
                where a.organisation_id = :organisationId and (a.id = l.cause_id or a.cause_id = l.cause_id and a.kind = 'PAYMENT')
                  and not exists (select from allocation u where u.organisation_id = :organisationId and u.undoes_id = a.id))
            """ + MOST)
    List<CounterExample> lateReceiptsThatAreGone(UUID organisationId);

    @SQL("""
            select a.id as subject, cast(r.customer_id as text) || ' ' || r.currency as expected,
                cast(coalesce(p.customer_id, j.customer_id) as text) || ' ' || coalesce(p.currency, j.currency) || ' ' || a.currency as found,
                count(*) over () as total
            from allocation a
            join receivable r on r.organisation_id = :organisationId and r.id = a.receivable_id
            left join payment p on p.organisation_id = :organisationId and p.id = a.payment_id
            left join adjustment j on j.organisation_id = :organisationId and j.id = a.adjustment_id
            where a.organisation_id = :organisationId
              and (r.customer_id <> coalesce(p.customer_id, j.customer_id) or r.currency <> a.currency
                or a.currency <> coalesce(p.currency, j.currency))
            """ + MOST)
    List<CounterExample> strangers(UUID organisationId);

    @SQL("""
            select u.id as subject,
                cast(-a.amount as text) || ' ' || a.kind || ' ' || a.component || ' of ' || cast(a.receivable_id as text) || ' from '
                    || cast(a.effective_on as text) as expected,
                cast(u.amount as text) || ' ' || u.kind || ' ' || u.component || ' of ' || cast(u.receivable_id as text) || ' from '
                    || cast(u.effective_on as text) as found,
                count(*) over () as total
            from allocation u
            join allocation a on a.organisation_id = :organisationId and a.id = u.undoes_id
            where u.organisation_id = :organisationId and u.undoes_id is not null
              and (u.amount <> -a.amount or u.receivable_id <> a.receivable_id or u.kind <> a.kind or u.component <> a.component
                or u.owner_id <> a.owner_id or u.payment_id is distinct from a.payment_id
                or u.adjustment_id is distinct from a.adjustment_id or u.effective_on < a.effective_on)
            """ + MOST)
    List<CounterExample> counterEntriesThatDoNotMirror(UUID organisationId);

    @SQL("""
            select j.id as subject, 'decided by another than ' || cast(j.proposed_by as text) as expected,
                coalesce(cast(j.decided_by as text), 'nobody') as found, count(*) over () as total
            from adjustment j
            where j.organisation_id = :organisationId and j.kind in ('CREDIT_NOTE', 'WRITE_OFF') and j.state in ('APPROVED', 'REVERSED')
              and (j.decided_by is null or j.decided_by = j.proposed_by)
            """ + MOST)
    List<CounterExample> makersWhoCheck(UUID organisationId);

    /** Above the limit of its time: one that was set later binds no plan that was made before. */
    @SQL("""
            select v.contract_id as subject,
                'version ' || cast(v.number as text) || ' decided by another than ' || cast(v.proposed_by as text) as expected,
                coalesce(cast(v.decided_by as text), 'nobody') as found, count(*) over () as total
            from plan_version v
            join contract c on c.organisation_id = :organisationId and c.id = v.contract_id
            left join lateral (
                select r.percent, r.days from replan_limit r
                where r.organisation_id = :organisationId and r.set_at <= v.proposed_at
                order by r.set_at desc, r.id desc limit 1) l on true
            where v.organisation_id = :organisationId and v.number > 1 and v.state in ('IN_FORCE', 'SUPERSEDED')
              and (v.decided_by = v.proposed_by
                -- Without days: some of it has lost its date.
                or v.decided_by is null and (v.moved_amount * 100 > c.amount * l.percent or coalesce(v.moved_days > l.days, l.days is not null)))
            """ + MOST)
    List<CounterExample> plannersWhoCheck(UUID organisationId);

    @SQL("""
            select v.contract_id as subject, cast(c.amount as text) || ' ' || c.currency || ' at most' as expected,
                cast(sum(l.amount) as text) || ' ' || string_agg(distinct l.currency, ' and ') as found, count(*) over () as total
            from plan_version v
            join contract c on c.organisation_id = :organisationId and c.id = v.contract_id
            join plan_line l on l.organisation_id = :organisationId and l.contract_id = v.contract_id and l.version = v.number
            where v.organisation_id = :organisationId and v.state = 'IN_FORCE'
            group by v.contract_id, c.amount, c.currency
            having sum(l.amount) > c.amount or bool_or(l.currency <> c.currency)
            """ + MOST)
    List<CounterExample> plansAboveTheirContract(UUID organisationId);

    @SQL("""
            select l.id as subject, cast(l.amount as text) || ' ' || l.currency as expected,
                coalesce(cast(s.amount as text) || ' ' || s.currencies, 'no part') as found, count(*) over () as total
            from statement_line l
            left join (
                select p.decision_id, sum(p.amount) as amount, string_agg(distinct p.currency, ' and ') as currencies
                from statement_part p
                where p.organisation_id = :organisationId group by p.decision_id) s on s.decision_id = l.decision_id
            where l.organisation_id = :organisationId and l.state = 'MATCHED'
              and (s.amount is distinct from l.amount or s.currencies is distinct from l.currency)
            """ + MOST)
    List<CounterExample> statementLinesThatDoNotAddUp(UUID organisationId);

    @SQL("""
            select p.payment_id as subject, 'part of 1 line' as expected, 'part of ' || cast(count(*) as text) as found,
                count(*) over () as total
            from statement_line l
            join statement_part p on p.organisation_id = :organisationId and p.decision_id = l.decision_id
            where l.organisation_id = :organisationId and l.state = 'MATCHED'
            group by p.payment_id
            having count(*) > 1
            """ + MOST)
    List<CounterExample> paymentsOfSeveralLines(UUID organisationId);

    @SQL("""
            select r.id as subject, cast(coalesce(d.due_on, r.billed_due_on) as text) as expected, cast(r.due_on as text) as found,
                count(*) over () as total
            from receivable r
            left join (
                select distinct on (h.receivable_id) h.receivable_id, h.due_on from receivable_due_date h
                where h.organisation_id = :organisationId
                order by h.receivable_id, h.effective_on desc, h.recorded_at desc, h.id desc) d on d.receivable_id = r.id
            where r.organisation_id = :organisationId and r.due_on <> coalesce(d.due_on, r.billed_due_on)
            """ + MOST)
    List<CounterExample> dueDatesNotAgreed(UUID organisationId);

    @SQL("""
            select r.id as subject, cast(c.owner_id as text) as expected, cast(r.owner_id as text) as found, count(*) over () as total
            from receivable r
            join customer c on c.organisation_id = :organisationId and c.id = r.customer_id
            where r.organisation_id = :organisationId and r.owner_id <> c.owner_id
            """ + MOST)
    List<CounterExample> receivablesOfOthers(UUID organisationId);

    @SQL("""
            select r.id as subject, case when r.open_amount > 0 then 'a day' else 'none' end as expected,
                coalesce(cast(l.next_look_on as text), 'none') as found, count(*) over () as total
            from receivable r
            left join receivable_look l on l.organisation_id = :organisationId and l.receivable_id = r.id
            where r.organisation_id = :organisationId and (r.open_amount > 0) <> (l.next_look_on is not null)
            """ + MOST)
    List<CounterExample> receivablesNotLookedAt(UUID organisationId);

    @SQL("""
            select n.id as subject, 'DONE' as expected, n.state as found, count(*) over () as total
            from notice n
            join receivable r on r.organisation_id = :organisationId and r.id = n.receivable_id
            where n.organisation_id = :organisationId and n.state <> 'DONE' and r.open_amount = 0
            """ + MOST)
    List<CounterExample> noticesAboutSettled(UUID organisationId);

    @SQL("""
            select a.id as subject, 'after ' || cast(c.closed_through as text) as expected, cast(a.effective_on as text) as found,
                count(*) over () as total
            from (
                select p.closed_through, p.recorded_at,
                    coalesce(lead(p.recorded_at) over (order by p.recorded_at, p.id), 'infinity') as until
                from period_closing p where p.organisation_id = :organisationId) c
            join allocation a on a.organisation_id = :organisationId and a.recorded_at > c.recorded_at and a.recorded_at < c.until
                and a.effective_on <= c.closed_through
            """ + MOST)
    List<CounterExample> entriesInClosedPeriods(UUID organisationId);
}
