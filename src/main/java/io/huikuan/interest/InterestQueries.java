package io.huikuan.interest;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface InterestQueries {
    EntityManager entityManager();

    /** Those of the organisation, and those of the contracts whose customers the viewer sees. */
    @HQL("""
            select t from InterestTerms t
            where (:contractId is null or t.contractId = :contractId)
              and (:all = true or t.contractId is null or t.contractId in (
                select d.id from Contract d join Customer c on c.id = d.customerId where :owners contains c.ownerId))
              and (cast(:beforeDay as LocalDate) is null
                or t.validFrom <= :beforeDay and (t.validFrom < :beforeDay or t.id < :beforeId))
            order by t.validFrom desc, t.id desc limit :rows""")
    List<InterestTerms> terms(
            @Nullable UUID contractId,
            boolean all,
            UUID[] owners,
            @Nullable LocalDate beforeDay,
            @Nullable UUID beforeId,
            int rows);

    @HQL("select t from InterestTerms t where t.id = :id")
    List<InterestTerms> termsOf(UUID id);

    @SQL("select id from contract where organisation_id = :organisationId and id = :contractId")
    List<UUID> contract(UUID organisationId, UUID contractId);

    /** Those of the organisation, and those of the contracts of these customers; what was recorded last comes last. */
    @HQL("""
            select t from InterestTerms t
            where t.recordedAt <= :knownAt and (t.contractId is null or t.contractId in (
                select r.contractId from Receivable r where r.customerId in :customerIds))
            order by t.validFrom, t.recordedAt, t.id""")
    List<InterestTerms> known(List<UUID> customerIds, Instant knownAt);

    record Late(
            UUID id,
            UUID customerId,
            String customerName,
            String number,
            @Nullable UUID contractId,
            LocalDate issuedOn,
            LocalDate billedDueOn,
            BigDecimal amount,
            String currency) {}

    /**
     * What was open after it had been due, by whichever of the due dates that it ever had.
     *
     * @param receivableId only this one; null: all of the customers
     */
    @SQL("""
            select r.id, r.customer_id, c.name as customer_name, r.number, r.contract_id, r.issued_on, r.billed_due_on, r.amount,
                r.currency
            from receivable r
            join customer c on c.organisation_id = :organisationId and c.id = r.customer_id
            cross join lateral (
                select least(r.billed_due_on, r.due_on, min(d.due_on)) as day from receivable_due_date d
                where d.organisation_id = :organisationId and d.receivable_id = r.id) due
            where r.organisation_id = :organisationId and r.customer_id = any(:customerIds)
              and (cast(:receivableId as uuid) is null or r.id = cast(:receivableId as uuid))
              and due.day < :asOf and r.created_at <= :knownAt
              and (r.open_amount > 0 or exists (
                select from allocation a
                where a.organisation_id = :organisationId and a.receivable_id = r.id and a.component = 'PRINCIPAL'
                  and (a.effective_on > due.day or a.recorded_at > :knownAt)))
            order by r.billed_due_on, r.id""")
    List<Late> late(
            UUID organisationId, UUID[] customerIds, @Nullable UUID receivableId, LocalDate asOf, Instant knownAt);

    record Settled(UUID receivableId, String component, boolean waived, LocalDate effectiveOn, BigDecimal amount) {}

    @SQL("""
            select a.receivable_id, a.component, a.kind = 'WAIVER' as waived, a.effective_on, sum(a.amount) as amount
            from allocation a
            where a.organisation_id = :organisationId and a.receivable_id = any(:receivableIds)
              and a.effective_on <= :asOf and a.recorded_at <= :knownAt
            group by a.receivable_id, a.component, a.kind = 'WAIVER', a.effective_on""")
    List<Settled> settled(UUID organisationId, UUID[] receivableIds, LocalDate asOf, Instant knownAt);

    record Agreed(UUID receivableId, LocalDate dueOn, LocalDate effectiveOn) {}

    /** What was agreed last on a day comes last. */
    @SQL("""
            select d.receivable_id, d.due_on, d.effective_on
            from receivable_due_date d
            where d.organisation_id = :organisationId and d.receivable_id = any(:receivableIds)
              and d.effective_on <= :asOf and d.recorded_at <= :knownAt
            order by d.effective_on, d.recorded_at, d.id""")
    List<Agreed> agreed(UUID organisationId, UUID[] receivableIds, LocalDate asOf, Instant knownAt);

    record Seen(UUID id, UUID customerId, String customerName, String number, BigDecimal amount, String currency) {}

    @HQL("""
            select r.id, r.customerId, c.name, r.number, r.amount, r.currency
            from Receivable r join Customer c on c.id = r.customerId
            where r.id = :id and (:all = true or :owners contains r.ownerId)""")
    List<Seen> visible(UUID id, boolean all, UUID[] owners);
}
