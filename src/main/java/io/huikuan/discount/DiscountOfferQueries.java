package io.huikuan.discount;

import io.huikuan.adjustment.AdjustmentState;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface DiscountOfferQueries {
    EntityManager entityManager();

    record Owed(UUID customerId, BigDecimal openAmount, String currency) {}

    /** Not the receivable itself: what is open of it may change until its customer is locked. */
    @HQL("""
            select r.customerId, r.openAmount, r.currency from Receivable r
            where r.id = :receivableId and (:all = true or :owners contains r.ownerId)""")
    List<Owed> owed(UUID receivableId, boolean all, UUID[] owners);

    @HQL("""
            select r.customerId from DiscountOffer o join Receivable r on r.id = o.receivableId
            where o.id = :id and (:all = true or :owners contains r.ownerId)""")
    List<UUID> customerOf(UUID id, boolean all, UUID[] owners);

    @HQL("from DiscountOffer o where o.receivableId = :receivableId and o.state = :state")
    List<DiscountOffer> ofReceivable(UUID receivableId, DiscountOffer.State state);

    /** What was given up on it, where it was taken and that still counts. */
    record Row(
            DiscountOffer offer,
            @Nullable BigDecimal given,
            @Nullable UUID paymentId,
            @Nullable LocalDate takenOn) {}

    @HQL("""
            select o, a.amount, a.paymentId, a.effectiveOn from DiscountOffer o
            left join Adjustment a on a.discountOfferId = o.id and a.state = :counts
            where o.receivableId = :receivableId
              and (cast(:beforeOffered as Instant) is null
                or o.offeredAt <= :beforeOffered and (o.offeredAt < :beforeOffered or o.id < :beforeId))
            order by o.offeredAt desc, o.id desc limit :rows""")
    List<Row> list(
            UUID receivableId,
            AdjustmentState counts,
            @Nullable Instant beforeOffered,
            @Nullable UUID beforeId,
            int rows);

    record StandingRow(
            UUID id,
            UUID receivableId,
            BigDecimal amount,
            String currency,
            LocalDate offeredOn,
            LocalDate validThrough,
            String reason) {}

    @SQL("""
            select o.id, o.receivable_id, o.amount, o.currency, cast(o.offered_at at time zone g.time_zone as date) as offered_on,
                o.valid_through, o.reason
            from discount_offer o
            join receivable r on r.organisation_id = :organisationId and r.id = o.receivable_id
            join organisation g on g.id = :organisationId
            where o.organisation_id = :organisationId and o.state = 'OFFERED' and r.customer_id = any(:customerIds)""")
    List<StandingRow> standing(UUID organisationId, UUID[] customerIds);

    @SQL("""
            update discount_offer set state = 'TAKEN', version = version + 1
            where organisation_id = :organisationId and id = any(:ids) and state = 'OFFERED'""")
    int take(UUID organisationId, UUID[] ids);

    @SQL("""
            select o.id from discount_offer o
            where o.organisation_id = :organisationId and o.receivable_id = any(:receivableIds) and o.state = 'TAKEN'""")
    List<UUID> taken(UUID organisationId, UUID[] receivableIds);

    @SQL("""
            update discount_offer set state = 'OFFERED', version = version + 1
            where organisation_id = :organisationId and id = any(:ids) and state = 'TAKEN'""")
    int offerAgain(UUID organisationId, UUID[] ids);
}
