package io.huikuan.performance;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

/**
 * What became of promises that fell due in a period. A promise counts for the customer's owner of the day that it was given: a hand-over
 * does not rewrite whose promises were kept. What was credited since was not to be paid any more, and was not broken.
 */
interface PromiseRateQueries {
    String FELL_DUE = """
            with fell as (
                select p.id, p.customer_id, p.owner_id, p.due_on, p.state, p.amount as promised, p.kept_amount as kept,
                    case p.state when 'KEPT' then p.kept_amount else p.amount end as asked, p.currency
                from promise p
                where p.organisation_id = :organisationId and p.due_on between cast(:from as date) and cast(:to as date)
                  and p.state in ('KEPT', 'PARTLY_KEPT', 'BROKEN') and (:seesAll or p.owner_id = any(:owners)))
            """;

    String GROUP_ID = """
            case :groupBy when 'TEAM' then coalesce(cast(u.team_id as text), 'none') when 'OWNER' then cast(u.id as text)
                when 'CUSTOMER' then cast(c.id as text) when 'MONTH' then to_char(f.due_on, 'YYYY-MM') end
            """;

    String NAMED = """
            from fell f
            join customer c on c.organisation_id = :organisationId and c.id = f.customer_id
            join app_user u on u.organisation_id = :organisationId and u.id = f.owner_id
            """;

    EntityManager entityManager();

    /** @param asked what was promised of these, but for what was credited where the rest was kept */
    record Part(
            @Nullable String groupId,
            @Nullable String groupName,
            String currency,
            long kept,
            long partlyKept,
            long broken,
            BigDecimal asked,
            BigDecimal came) {}

    @SQL(FELL_DUE + """
            select\s""" + GROUP_ID + """
                as group_id,
                case :groupBy when 'TEAM' then t.name when 'OWNER' then u.display_name when 'CUSTOMER' then c.name end as group_name,
                f.currency, count(*) filter (where f.state = 'KEPT') as kept,
                count(*) filter (where f.state = 'PARTLY_KEPT') as partly_kept,
                count(*) filter (where f.state = 'BROKEN') as broken, sum(f.asked) as asked, sum(f.kept) as came
            """ + NAMED + """
            left join team t on t.organisation_id = :organisationId and t.id = u.team_id
            group by 1, 2, f.currency
            order by group_name nulls last, group_id, f.currency""")
    List<Part> parts(UUID organisationId, boolean seesAll, UUID[] owners, LocalDate from, LocalDate to, String groupBy);

    record Line(
            UUID id,
            UUID customerId,
            String customerName,
            UUID ownerId,
            String ownerName,
            LocalDate dueOn,
            String state,
            BigDecimal promised,
            BigDecimal kept,
            String currency) {}

    @SQL(FELL_DUE + """
            select f.id, c.id as customer_id, c.name as customer_name, u.id as owner_id, u.display_name as owner_name, f.due_on, f.state,
                f.promised, f.kept, f.currency
            """ + NAMED + """
            where (cast(:currency as text) is null or f.currency = :currency)
              and (cast(:groupId as text) is null or :groupId =\s""" + GROUP_ID + """
                )
              and (cast(:afterDueOn as date) is null or (f.due_on, f.id) > (cast(:afterDueOn as date), cast(:afterId as uuid)))
            order by f.due_on, f.id limit :rows""")
    List<Line> lines(
            UUID organisationId,
            boolean seesAll,
            UUID[] owners,
            LocalDate from,
            LocalDate to,
            String groupBy,
            @Nullable String groupId,
            @Nullable String currency,
            @Nullable LocalDate afterDueOn,
            @Nullable UUID afterId,
            int rows);
}
