package io.huikuan.replay;

import io.huikuan.assignment.EffectivePolicies.Subject;
import io.huikuan.rules.Money;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

/** The lives of receivables, as the books tell them. */
interface BookQueries {
    EntityManager entityManager();

    record Billed(
            UUID id,
            UUID customerId,
            @Nullable String customerClass,
            @Nullable UUID contractId,
            UUID ownerId,
            LocalDate issuedOn,
            LocalDate dueOn,
            BigDecimal amount,
            String currency) {
        Money money() {
            return Money.of(amount, currency);
        }

        Subject subject() {
            return new Subject(customerId, customerClass, contractId);
        }
    }

    /** What was open on one of the days, or may have been. */
    String OF_PERIOD = """
            from receivable r
            join customer c on c.organisation_id = :organisationId and c.id = r.customer_id
            where r.organisation_id = :organisationId and r.issued_on <= :through and r.id > :reached
              and (r.open_amount > 0 or exists (
                  select from allocation a
                  where a.organisation_id = :organisationId and a.receivable_id = r.id and a.effective_on >= :from))
            """;

    @SQL("select count(*) " + OF_PERIOD)
    long count(UUID organisationId, LocalDate from, LocalDate through, UUID reached);

    @SQL("""
            select r.id, r.customer_id, c.customer_class, r.contract_id, r.owner_id, r.issued_on, r.billed_due_on as due_on, r.amount,
                r.currency
            """ + OF_PERIOD + " order by r.id limit :rows")
    List<Billed> page(UUID organisationId, LocalDate from, LocalDate through, UUID reached, int rows);

    record Settled(UUID receivableId, LocalDate effectiveOn, BigDecimal amount) {}

    @SQL("""
            select receivable_id, effective_on, sum(amount) as amount
            from allocation
            where organisation_id = :organisationId and receivable_id = any(:receivableIds) and component = 'PRINCIPAL'
              and effective_on <= :through
            group by receivable_id, effective_on""")
    List<Settled> settled(UUID organisationId, UUID[] receivableIds, LocalDate through);

    record Postponed(UUID receivableId, LocalDate effectiveOn, LocalDate dueOn) {}

    @SQL("""
            select receivable_id, effective_on, due_on
            from receivable_due_date
            where organisation_id = :organisationId and receivable_id = any(:receivableIds) and effective_on <= :through
            order by effective_on, recorded_at, id""")
    List<Postponed> postponed(UUID organisationId, UUID[] receivableIds, LocalDate through);

    /** @param lastDay the day before somebody ended it, where that was sooner */
    record Held(
            UUID receivableId, LocalDate startsOn, @Nullable LocalDate lastDay, BigDecimal amount) {}

    @SQL("""
            select h.receivable_id, h.starts_on, least(h.ends_on, cast(h.ended_at at time zone o.time_zone as date) - 1) as last_day,
                h.amount
            from hold h
            join organisation o on o.id = h.organisation_id
            where h.organisation_id = :organisationId and h.receivable_id = any(:receivableIds) and h.starts_on <= :through
              and (h.ended_at is null or cast(h.ended_at at time zone o.time_zone as date) > h.starts_on)""")
    List<Held> held(UUID organisationId, UUID[] receivableIds, LocalDate through);

    /** The day after the last one of each promise that was broken. */
    record Broken(UUID receivableId, LocalDate brokenOn) {}

    @SQL("""
            select s.receivable_id, p.held_until + 1 as broken_on
            from promise_part s
            join promise p on p.organisation_id = :organisationId and p.id = s.promise_id and p.state = 'BROKEN'
            where s.organisation_id = :organisationId and s.receivable_id = any(:receivableIds) and p.held_until < :through""")
    List<Broken> broken(UUID organisationId, UUID[] receivableIds, LocalDate through);
}
