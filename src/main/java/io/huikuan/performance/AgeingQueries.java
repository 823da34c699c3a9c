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

    /** Each receivable that was open, of owners whom the viewer sees. */
    String ITEMS = """
            with later as (
                select m.receivable_id, sum(m.amount) as amount from (
                    select a.receivable_id, a.amount from allocation a
                    where a.organisation_id = :organisationId and a.effective_on > :asOf and a.component = 'PRINCIPAL'
                    union all
                    select a.receivable_id, a.amount from allocation a
                    where a.organisation_id = :organisationId and a.recorded_at > :knownAt and a.effective_on <= :asOf
                      and a.component = 'PRINCIPAL') m
                group by m.receivable_id),
            """ + AGREED + """
            , item as (
                select r.id, r.owner_id, r.currency, coalesce(g.due_on, r.due_on) as due_on,
                    r.open_amount + coalesce(l.amount, 0) as open
                from receivable r
                left join later l on l.receivable_id = r.id
                left join agreed g on g.id = r.id
                where r.organisation_id = :organisationId and r.open_amount > 0 and r.issued_on <= :asOf and r.created_at <= :knownAt
                  and (:seesAll or r.owner_id in (:owners))
                union all
                select r.id, r.owner_id, r.currency, coalesce(g.due_on, r.due_on), l.amount
                from later l
                join receivable r on r.organisation_id = :organisationId and r.id = l.receivable_id
                left join agreed g on g.id = r.id
                where r.open_amount = 0 and r.issued_on <= :asOf and r.created_at <= :knownAt
                  and (:seesAll or r.owner_id in (:owners)))
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
     * @param buckets all of them, in the order of their days past due
     * @param lowerBounds the fewest days past due of each bucket but the first
     */
    @SQL(ITEMS + """
            , part as (
                select owner_id, currency, width_bucket(cast(:asOf as date) - due_on, cast(:lowerBounds as int[])) as bucket,
                    count(*) as count, sum(open) as open
                from item where open > 0
                group by owner_id, currency, bucket)
            select\s""" + GROUP_ID + """
                as group_id,
                case :groupBy when 'TEAM' then t.name when 'OWNER' then u.display_name end as group_name,
                p.currency, (cast(:buckets as text[]))[p.bucket + 1] as bucket, cast(sum(p.count) as bigint) as count,
                sum(p.open) as open
            from part p
            join app_user u on u.organisation_id = :organisationId and u.id = p.owner_id
            left join team t on t.organisation_id = :organisationId and t.id = u.team_id
            group by 1, 2, p.currency, p.bucket
            order by group_name nulls last, group_id, p.currency, p.bucket""")
    List<Part> parts(
            UUID organisationId,
            boolean seesAll,
            List<UUID> owners,
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
                  and (:seesAll or r.owner_id in (:owners))
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
            UUID organisationId, boolean seesAll, List<UUID> owners, LocalDate asOf, Instant knownAt, String groupBy);

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

    @SQL(ITEMS + """
            select r.id, r.number, c.id as customer_id, c.name, u.id as owner_id, u.display_name, r.issued_on, i.due_on,
                r.currency, r.amount, i.open
            from item i
            join receivable r on r.organisation_id = :organisationId and r.id = i.id
            join customer c on c.organisation_id = :organisationId and c.id = r.customer_id
            join app_user u on u.organisation_id = :organisationId and u.id = i.owner_id
            where i.open > 0
              and (cast(:dueFrom as date) is null or i.due_on >= cast(:dueFrom as date))
              and (cast(:dueTo as date) is null or i.due_on <= cast(:dueTo as date))
              and (cast(:currency as text) is null or i.currency = :currency)
              and (cast(:groupId as text) is null or :groupId =\s""" + GROUP_ID + """
                )
              and (cast(:afterDueOn as date) is null or (i.due_on, i.id) > (cast(:afterDueOn as date), cast(:afterId as uuid)))
            order by i.due_on, i.id limit :rows""")
    List<Line> lines(
            UUID organisationId,
            boolean seesAll,
            List<UUID> owners,
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
