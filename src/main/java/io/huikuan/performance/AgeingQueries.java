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
 * What was open at the end of {@code asOf}: what is open now, and what was allocated only later. So the cost follows what is
 * open and what has come in since, not everything that was ever billed.
 */
interface AgeingQueries {
    /** What was agreed about due dates by then, where the present date was agreed only later. Few receivables are moved. */
    String AGREED = """
            agreed as (
                select r.id, coalesce(d.due_on, r.billed_due_on) as due_on
                from (
                    select distinct h.receivable_id from receivable_due_date h
                    where h.organisation_id = :organisationId and (h.effective_on > :asOf or h.recorded_at > :knownAt)) moved
                join receivable r on r.organisation_id = :organisationId and r.id = moved.receivable_id
                left join lateral (
                    select h.due_on from receivable_due_date h
                    where h.organisation_id = :organisationId and h.receivable_id = r.id
                      and h.effective_on <= :asOf and h.recorded_at <= :knownAt
                    order by h.effective_on desc, h.recorded_at desc, h.id desc limit 1) d on true)
            """;

    /**
     * Each receivable that stood otherwise then, of owners whom the viewer sees: what moved since, or became known since. Few as of a
     * recent day. Sums of their own rather than one over both, for the planner has no idea how many groups there are in a union.
     */
    String CHANGED = """
            with later as (
                select a.receivable_id, sum(a.amount) as amount from allocation a
                where a.organisation_id = :organisationId and a.effective_on > :asOf and a.component = 'PRINCIPAL'
                group by a.receivable_id),
            learnt as (
                select a.receivable_id, sum(a.amount) as amount from allocation a
                where a.organisation_id = :organisationId and a.recorded_at > :knownAt and a.effective_on <= :asOf
                  and a.component = 'PRINCIPAL'
                group by a.receivable_id),
            """ + AGREED + """
            , changed as (
                select r.id, r.owner_id, r.currency, r.due_on, r.open_amount as open, coalesce(g.due_on, r.due_on) as due_then,
                    r.open_amount + coalesce(l.amount, 0) + coalesce(k.amount, 0) as open_then
                from later l
                full join learnt k on k.receivable_id = l.receivable_id
                full join agreed g on g.id = coalesce(l.receivable_id, k.receivable_id)
                join receivable r on r.organisation_id = :organisationId and r.id = coalesce(l.receivable_id, k.receivable_id, g.id)
                where r.issued_on <= :asOf and r.created_at <= :knownAt and (:seesAll or r.owner_id = any(:owners)))
            """;

    String GROUP_ID = """
            case :groupBy when 'TEAM' then coalesce(cast(u.team_id as text), 'none') when 'OWNER' then cast(u.id as text) end
            """;

    EntityManager entityManager();

    /** @param bucket name of the {@link io.huikuan.rules.AgeingBucket} */
    record Part(
            @Nullable String groupId,
            @Nullable String groupName,
            String currency,
            String bucket,
            long count,
            BigDecimal open) {}

    /**
     * What is open now, less what of it stood otherwise then, and that as it stood. The first part is by far the largest and joins
     * nothing, so that all processors share it.
     *
     * @param buckets all of them, in the order of their days past due
     * @param lowerBounds the fewest days past due of each bucket but the first
     */
    @SQL(CHANGED + """
            , part as (
                select case :groupBy when 'NONE' then null else r.owner_id end as owner_id, r.currency,
                    width_bucket(cast(:asOf as date) - r.due_on, cast(:lowerBounds as int[])) as bucket,
                    count(*) as count, sum(r.open_amount) as open
                from receivable r
                where r.organisation_id = :organisationId and r.open_amount > 0 and r.issued_on <= :asOf
                  and r.created_at <= :knownAt and (:seesAll or r.owner_id = any(:owners))
                group by 1, 2, 3
                union all
                select case :groupBy when 'NONE' then null else owner_id end, currency,
                    width_bucket(cast(:asOf as date) - due_on, cast(:lowerBounds as int[])), -count(*), -sum(open)
                from changed where open > 0
                group by 1, 2, 3
                union all
                select case :groupBy when 'NONE' then null else owner_id end, currency,
                    width_bucket(cast(:asOf as date) - due_then, cast(:lowerBounds as int[])), count(*), sum(open_then)
                from changed where open_then > 0
                group by 1, 2, 3)
            select\s""" + GROUP_ID + """
                as group_id,
                case :groupBy when 'TEAM' then t.name when 'OWNER' then u.display_name end as group_name,
                p.currency, (cast(:buckets as text[]))[p.bucket + 1] as bucket, cast(sum(p.count) as bigint) as count,
                sum(p.open) as open
            from part p
            left join app_user u on u.organisation_id = :organisationId and u.id = p.owner_id
            left join team t on t.organisation_id = :organisationId and t.id = u.team_id
            group by 1, 2, p.currency, p.bucket
            having sum(p.count) > 0
            order by group_name nulls last, group_id, p.currency, p.bucket""")
    List<Part> parts(
            UUID organisationId,
            boolean seesAll,
            UUID[] owners,
            LocalDate asOf,
            Instant knownAt,
            String[] buckets,
            Integer[] lowerBounds,
            String groupBy);

    record Secured(@Nullable String groupId, @Nullable String groupName, String currency, BigDecimal amount) {}

    /** What was covered by cheques and drafts that had not cleared. */
    @SQL("""
            with part as (
                select r.owner_id, a.currency, sum(a.amount) as amount
                from allocation a
                join receivable r on r.organisation_id = :organisationId and r.id = a.receivable_id
                where a.organisation_id = :organisationId and a.kind = 'INSTRUMENT' and a.component = 'PRINCIPAL'
                  and a.effective_on <= :asOf and a.recorded_at <= :knownAt
                  and (:seesAll or r.owner_id = any(:owners))
                group by r.owner_id, a.currency)
            select\s""" + GROUP_ID + """
                as group_id,
                case :groupBy when 'TEAM' then t.name when 'OWNER' then u.display_name end as group_name,
                p.currency, sum(p.amount) as amount
            from part p
            join app_user u on u.organisation_id = :organisationId and u.id = p.owner_id
            left join team t on t.organisation_id = :organisationId and t.id = u.team_id
            group by 1, 2, p.currency
            having sum(p.amount) <> 0
            order by group_name nulls last, group_id, p.currency""")
    List<Secured> secured(
            UUID organisationId, boolean seesAll, UUID[] owners, LocalDate asOf, Instant knownAt, String groupBy);

    record Line(
            UUID id,
            String number,
            UUID customerId,
            String customerName,
            UUID ownerId,
            String ownerName,
            LocalDate issuedOn,
            LocalDate dueOn,
            String currency,
            BigDecimal amount,
            BigDecimal open) {}

    @SQL(CHANGED + """
            , item as (
                select r.id, r.owner_id, r.currency, r.due_on, r.open_amount as open
                from receivable r
                where r.organisation_id = :organisationId and r.open_amount > 0 and r.issued_on <= :asOf
                  and r.created_at <= :knownAt and (:seesAll or r.owner_id = any(:owners))
                  and not exists (select from changed c where c.id = r.id)
                union all
                select id, owner_id, currency, due_then, open_then from changed where open_then > 0)
            select r.id, r.number, c.id as customer_id, c.name, u.id as owner_id, u.display_name, r.issued_on, i.due_on,
                r.currency, r.amount, i.open
            from item i
            join receivable r on r.organisation_id = :organisationId and r.id = i.id
            join customer c on c.organisation_id = :organisationId and c.id = r.customer_id
            join app_user u on u.organisation_id = :organisationId and u.id = i.owner_id
            where (cast(:dueFrom as date) is null or i.due_on >= cast(:dueFrom as date))
              and (cast(:dueTo as date) is null or i.due_on <= cast(:dueTo as date))
              and (cast(:currency as text) is null or i.currency = :currency)
              and (cast(:groupId as text) is null or :groupId =\s""" + GROUP_ID + """
                )
              and (cast(:afterDueOn as date) is null or (i.due_on, i.id) > (cast(:afterDueOn as date), cast(:afterId as uuid)))
            order by i.due_on, i.id limit :rows""")
    List<Line> lines(
            UUID organisationId,
            boolean seesAll,
            UUID[] owners,
            LocalDate asOf,
            Instant knownAt,
            String groupBy,
            @Nullable String groupId,
            @Nullable String currency,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable LocalDate afterDueOn,
            @Nullable UUID afterId,
            int rows);
}
