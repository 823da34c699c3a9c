package io.huikuan.discount;

import io.huikuan.adjustment.AdjustmentDeciding;
import io.huikuan.adjustment.AdjustmentGranting;
import io.huikuan.adjustment.Discount;
import io.huikuan.allocation.EarlyPayment;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns offers into discounts when payments come in time, and back when they are gone. */
@ApplicationScoped
public class DiscountTaking implements EarlyPayment {
    private static final String PAID_NO_MORE = "PAYMENT_TAKEN_BACK";

    private final DiscountOfferQueries queries;
    private final AdjustmentGranting granting;
    private final AdjustmentDeciding deciding;

    DiscountTaking(DiscountOfferQueries queries, AdjustmentGranting granting, AdjustmentDeciding deciding) {
        this.queries = queries;
        this.granting = granting;
        this.deciding = deciding;
    }

    /** One that has expired too: a payment that is recorded late may have come in time. */
    @Override
    @Transactional(TxType.MANDATORY)
    public List<Offer> standing(UUID organisationId, Collection<UUID> customerIds) {
        return queries.standing(organisationId, customerIds.toArray(UUID[]::new)).stream()
                .map(row -> new Offer(
                        row.id(),
                        row.receivableId(),
                        Money.of(row.amount(), row.currency()),
                        row.offeredOn(),
                        row.validThrough(),
                        row.reason()))
                .toList();
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void take(UUID organisationId, @Nullable UUID actorId, List<Taken> taken, Instant now) {
        var ids = taken.stream().map(each -> each.offer().id()).toArray(UUID[]::new);
        if (queries.take(organisationId, ids) < ids.length) {
            throw new IllegalStateException("taken twice, though the customers are locked: " + List.of(ids));
        }
        var discounts = taken.stream()
                .map(each -> new Discount(
                        each.discountId(),
                        each.customerId(),
                        each.offer().receivableId(),
                        each.amount(),
                        each.effectiveOn(),
                        each.offer().reason(),
                        each.offer().id(),
                        each.paymentId()))
                .toList();
        granting.discount(organisationId, actorId, discounts, now);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void takenBack(
            UUID organisationId,
            Collection<UUID> receivableIds,
            LocalDate effectiveOn,
            @Nullable UUID actorId,
            Instant now) {
        var offers = queries.taken(organisationId, receivableIds.toArray(UUID[]::new));
        if (!offers.isEmpty()) {
            deciding.reverseDiscounts(organisationId, offers, PAID_NO_MORE, effectiveOn, actorId, now);
            queries.offerAgain(organisationId, offers.toArray(UUID[]::new));
        }
    }
}
