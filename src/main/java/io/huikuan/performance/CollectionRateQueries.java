package io.huikuan.performance;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

/**
 * What was due in a period and what of it was collected. Due counts for the customer's owner of the due date, collected for
 * the owner of the day it was allocated: a hand-over does not rewrite history.
 */
interface CollectionRateQueries {
    /**
     * One entry for each receivable and each person it counts for. A counter-entry has the date of the entry that it undoes
     * where it matters whether something was in time: what was taken back was never paid in time.
     *
     * <p>Of the present plan, what a new version of it has put elsewhere is due there. Of the original one, everything is due as it was
     * billed first, and what was paid on whatever took a receivable's place was paid on it.
     */
    String ENTRIES = """
            with recursive owned as (
                select h.customer_id, h.owner_id,
                    case when row_number() over history = 1 then '-infinity' else h.owned_from end as since,
                    coalesce(lead(h.owned_from) over history, 'infinity') as until
                from customer_ownership h
                where h.organisation_id = :organisationId
                window history as (partition by h.customer_id order by h.owned_from)),
            """ + AgeingQueries.AGREED + """
            , fell as (
                select r.id, r.customer_id, r.owner_id, r.currency, r.amount, r.due_on from receivable r
                where r.organisation_id = :organisationId and :plan = 'PRESENT'
                  and r.due_on between cast(:dueFrom as date) and cast(:dueTo as date)
                  and r.issued_on <= :asOf and r.created_at <= :knownAt
                  and r.id not in (select id from agreed)
                union all
                select r.id, r.customer_id, r.owner_id, r.currency, r.amount, g.due_on
                from agreed g join receivable r on r.organisation_id = :organisationId and r.id = g.id
                where :plan = 'PRESENT' and g.due_on between cast(:dueFrom as date) and cast(:dueTo as date)
                  and r.issued_on <= :asOf and r.created_at <= :knownAt
                union all
                select r.id, r.customer_id, r.owner_id, r.currency, r.amount, r.billed_due_on from receivable r
                where r.organisation_id = :organisationId and :plan = 'ORIGINAL' and r.replaces_id is null
                  and r.billed_due_on between cast(:dueFrom as date) and cast(:dueTo as date)
                  and r.issued_on <= :asOf and r.created_at <= :knownAt),
            family as (
                select f.id, f.id as member_id from fell f
                union all
                select f.id, r.id from family f
                join receivable r on r.organisation_id = :organisationId and r.replaces_id = f.member_id
                where :plan = 'ORIGINAL'),
            moved as (
                select a.receivable_id, sum(a.amount) as amount from allocation a
                where a.organisation_id = :organisationId and a.kind = 'REPLAN' and :plan = 'PRESENT'
                  and a.effective_on <= cast(:asOf as date) and a.recorded_at <= :knownAt
                group by a.receivable_id),
            due as (
                select f.id, f.currency, f.due_on, f.amount - coalesce(m.amount, 0) as amount,
                    coalesce(o.owner_id, f.owner_id) as owner_id
                from fell f
                left join moved m on m.receivable_id = f.id
                left join owned o on o.customer_id = f.customer_id and f.due_on >= o.since and f.due_on < o.until),
            entry as (
                select d.id, d.owner_id, d.currency, d.due_on, d.amount as due, cast(0 as numeric) as collected, 1 as items
                from due d where d.amount > 0 and (:seesAll or d.owner_id = any(:owners))
                union all
                select d.id, a.owner_id, d.currency, d.due_on, 0, a.amount, 0
                from due d
                join family f on f.id = d.id
                join allocation a on a.organisation_id = :organisationId and a.receivable_id = f.member_id
                left join allocation o on o.organisation_id = :organisationId and o.id = a.undoes_id
                where a.kind = 'PAYMENT' and a.component = 'PRINCIPAL'
                  and a.effective_on <= cast(:asOf as date) and a.recorded_at <= :knownAt
                  and (:formula <> 'CR_TIMELY' or coalesce(o.effective_on, a.effective_on) <= d.due_on)
                  and (:seesAll or a.owner_id = any(:owners)))
            """;

    String GROUP_ID = """
            case :groupBy when 'TEAM' then coalesce(cast(u.team_id as text), 'none') when 'OWNER' then cast(u.id as text)
                when 'MONTH' then to_char(e.due_on, 'YYYY-MM') end
            """;

    EntityManager entityManager();

    record Part(
            @Nullable String groupId,
            @Nullable String groupName,
            String currency,
            long receivables,
            BigDecimal due,
            BigDecimal collected) {}

    @SQL(ENTRIES + """
            , part as (
                select owner_id, date_trunc('month', due_on) as due_on, currency, sum(items) as items, sum(due) as due,
                    sum(collected) as collected
                from entry
                group by 1, 2, 3)
            select\s""" + GROUP_ID + """
                as group_id,
                case :groupBy when 'TEAM' then t.name when 'OWNER' then u.display_name end as group_name,
                e.currency, cast(sum(e.items) as bigint) as receivables, sum(e.due) as due, sum(e.collected) as collected
            from part e
            join app_user u on u.organisation_id = :organisationId and u.id = e.owner_id
            left join team t on t.organisation_id = :organisationId and t.id = u.team_id
            group by 1, 2, e.currency
            having sum(e.items) > 0 or sum(e.collected) <> 0
            order by group_name nulls last, group_id, e.currency""")
    List<Part> parts(
            UUID organisationId,
            boolean seesAll,
            UUID[] owners,
            String formula,
            LocalDate dueFrom,
            LocalDate dueTo,
            String plan,
            LocalDate asOf,
            Instant knownAt,
            String groupBy);

    record Line(
            UUID id,
            String number,
            UUID customerId,
            String customerName,
            UUID ownerId,
            String ownerName,
            LocalDate dueOn,
            String currency,
            BigDecimal due,
            BigDecimal collected) {}

    @SQL(ENTRIES + """
            select r.id, r.number, c.id as customer_id, c.name, u.id as owner_id, u.display_name, e.due_on, r.currency,
                e.due, e.collected
            from (
                select id, owner_id, currency, due_on, sum(items) as items, sum(due) as due, sum(collected) as collected
                from entry
                group by id, owner_id, currency, due_on) e
            join receivable r on r.organisation_id = :organisationId and r.id = e.id
            join customer c on c.organisation_id = :organisationId and c.id = r.customer_id
            join app_user u on u.organisation_id = :organisationId and u.id = e.owner_id
            where (e.items > 0 or e.collected <> 0)
              and (cast(:currency as text) is null or e.currency = :currency)
              and (cast(:groupId as text) is null or :groupId =\s""" + GROUP_ID + """
                )
              and (cast(:afterDueOn as date) is null or (e.due_on, e.id, e.owner_id)
                > (cast(:afterDueOn as date), cast(:afterId as uuid), cast(:afterOwnerId as uuid)))
            order by e.due_on, e.id, e.owner_id limit :rows""")
    List<Line> lines(
            UUID organisationId,
            boolean seesAll,
            UUID[] owners,
            String formula,
            LocalDate dueFrom,
            LocalDate dueTo,
            String plan,
            LocalDate asOf,
            Instant knownAt,
            String groupBy,
            @Nullable String groupId,
            @Nullable String currency,
            @Nullable LocalDate afterDueOn,
            @Nullable UUID afterId,
            @Nullable UUID afterOwnerId,
            int rows);
}
