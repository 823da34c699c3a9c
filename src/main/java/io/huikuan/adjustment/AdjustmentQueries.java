package io.huikuan.adjustment;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface AdjustmentQueries {
    EntityManager entityManager();

    /** @param caused how many entries money made necessary that came late, or is gone: they change it as its own version does */
    record Row(Adjustment adjustment, String customerName, long caused) {}

    String CAUSED = """
            (select count(*) from AllocationEntry e where e.adjustmentId = a.id and e.causeId is not null)
            """;

    String ROW = "select a, c.name, " + CAUSED + " from Adjustment a join Customer c on c.id = a.customerId ";

    @HQL(ROW + """
            where a.kind = :kind and (:all = true or :owners contains c.ownerId)
              and (:customerId is null or a.customerId = :customerId)
              and (:state is null or a.state = :state)
              and (cast(:beforeDate as LocalDate) is null
                or a.effectiveOn <= :beforeDate and (a.effectiveOn < :beforeDate or a.id < :beforeId))
            order by a.effectiveOn desc, a.id desc limit :rows""")
    List<Row> list(
            AdjustmentKind kind,
            boolean all,
            UUID[] owners,
            @Nullable UUID customerId,
            @Nullable AdjustmentState state,
            @Nullable LocalDate beforeDate,
            @Nullable UUID beforeId,
            int rows);

    @HQL(ROW + """
            where a.id = :id and a.kind = :kind and (:all = true or :owners contains c.ownerId)""")
    List<Row> visible(UUID id, AdjustmentKind kind, boolean all, UUID[] owners);

    @HQL("select " + CAUSED + " from Adjustment a where a.id = :id")
    long caused(UUID id);

    /** Does not load the adjustment: it may change until its customer is locked. */
    @HQL("""
            select a.customerId from Adjustment a join Customer c on c.id = a.customerId
            where a.id = :id and a.kind = :kind and (:all = true or :owners contains c.ownerId)""")
    List<UUID> customerOf(UUID id, AdjustmentKind kind, boolean all, UUID[] owners);

    @HQL("select a.id from Adjustment a where a.discountOfferId in :offerIds and a.state = :state order by a.id")
    List<UUID> discounts(List<UUID> offerIds, AdjustmentState state);

    /** Nobody asked for them and nobody decided: the offer did. */
    @SQL("""
            insert into adjustment (
                organisation_id, id, customer_id, kind, amount, currency, unapplied_amount, effective_on, reason, state, proposed_at,
                decided_at, discount_offer_id, payment_id, version)
            select :organisationId, w.id, w.customer_id, 'DISCOUNT', w.amount, w.currency, 0, w.effective_on, w.reason, 'APPROVED', :now,
                :now, w.offer_id, w.payment_id, 0
            from unnest(:ids, :customerIds, :amounts, :currencies, :effectiveOns, :reasons, :offerIds, :paymentIds)
                as w(id, customer_id, amount, currency, effective_on, reason, offer_id, payment_id)""")
    int discount(
            UUID organisationId,
            UUID[] ids,
            UUID[] customerIds,
            BigDecimal[] amounts,
            String[] currencies,
            LocalDate[] effectiveOns,
            String[] reasons,
            UUID[] offerIds,
            UUID[] paymentIds,
            Instant now);

    /** Of adjustments that have one line each. */
    @SQL("""
            insert into adjustment_line (organisation_id, adjustment_id, ordinal, receivable_id, component, amount)
            select :organisationId, w.id, 1, w.receivable_id, 'PRINCIPAL', w.amount
            from unnest(:ids, :receivableIds, :amounts) as w(id, receivable_id, amount)""")
    int grantLines(UUID organisationId, UUID[] ids, UUID[] receivableIds, BigDecimal[] amounts);

    @HQL("""
            select a.id from Adjustment a
            where a.customerId = :customerId and a.kind = :kind and a.number = :number and a.state in :states""")
    List<UUID> numbered(UUID customerId, AdjustmentKind kind, String number, List<AdjustmentState> states);

    @SQL("""
            insert into adjustment_line (organisation_id, adjustment_id, ordinal, receivable_id, component, amount)
            select :organisationId, :adjustmentId, w.ordinal, w.receivable_id, w.component, w.amount
            from unnest(:receivableIds, :components, :amounts) with ordinality
                as w(receivable_id, component, amount, ordinal)""")
    int ask(UUID organisationId, UUID adjustmentId, UUID[] receivableIds, String[] components, BigDecimal[] amounts);

    record Line(UUID receivableId, String number, String component, BigDecimal amount, BigDecimal openAmount) {}

    @SQL("""
            select l.receivable_id, r.number, l.component, l.amount, r.open_amount
            from adjustment_line l
            join receivable r on r.organisation_id = :organisationId and r.id = l.receivable_id
            where l.organisation_id = :organisationId and l.adjustment_id = :adjustmentId
            order by l.ordinal""")
    List<Line> lines(UUID organisationId, UUID adjustmentId);

    record Named(UUID id, String number, LocalDate issuedOn, BigDecimal openAmount, String currency) {}

    @SQL("""
            select r.id, r.number, r.issued_on, r.open_amount, r.currency from receivable r
            where r.organisation_id = :organisationId and r.customer_id = :customerId and r.id = any(:ids)""")
    List<Named> named(UUID organisationId, UUID customerId, UUID[] ids);
}
