package io.huikuan.discount;

import io.huikuan.allocation.AllocationBooking;
import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Offers discounts, and withdraws what nobody has taken. */
@ApplicationScoped
public class DiscountOffering {
    private final DiscountOffers offers;
    private final DiscountOfferQueries queries;
    private final AllocationBooking booking;
    private final AuditTrail audit;

    DiscountOffering(DiscountOffers offers, DiscountOfferQueries queries, AllocationBooking booking, AuditTrail audit) {
        this.offers = offers;
        this.queries = queries;
        this.booking = booking;
        this.audit = audit;
    }

    /**
     * Takes the place of an offer that has expired.
     *
     * @throws NotFound when the receivable is not the viewer's to see
     * @throws DiscountOfferStanding when another offer has not expired
     * @throws DiscountNotBelowOpenAmount when nothing would be left to pay
     */
    @Transactional
    public DiscountOffer offer(
            Viewer viewer, UUID receivableId, NewDiscountOffer wanted, LocalDate today, Instant now) {
        if (wanted.validThrough().isBefore(today)) {
            throw InvalidRequest.field("/validThrough", "must-not-be-before", today);
        }
        booking.lockCustomers(
                viewer.organisationId(), List.of(owed(viewer, receivableId).customerId()));
        var owed = owed(viewer, receivableId);
        var discount = discount(wanted, Money.of(owed.openAmount(), owed.currency()));
        for (var earlier : queries.ofReceivable(receivableId, DiscountOffer.State.OFFERED)) {
            if (!earlier.hasExpired(today)) {
                throw new DiscountOfferStanding(earlier.validThrough);
            }
            earlier.withdraw(viewer.userId(), wanted.reason(), now);
            record(viewer, earlier, "withdrawn", wanted.reason(), now);
        }
        var offer = new DiscountOffer(Ids.next(), receivableId, wanted, discount, viewer.userId(), now);
        offers.persist(offer);
        record(viewer, offer, "offered", wanted.reason(), now);
        return offer;
    }

    /**
     * From now on no payment takes it, however early it came.
     *
     * @throws NotFound when the receivable is not the viewer's to see
     * @throws DiscountOfferNotStanding when it was taken or withdrawn before
     */
    @Transactional
    public DiscountOffer withdraw(Viewer viewer, UUID id, String reason, Instant now) {
        var customer = queries.customerOf(id, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        booking.lockCustomers(viewer.organisationId(), List.of(customer));
        var offer = offers.findByIdOptional(id).orElseThrow(NotFound::new);
        offer.withdraw(viewer.userId(), reason, now);
        record(viewer, offer, "withdrawn", reason, now);
        return offer;
    }

    private DiscountOfferQueries.Owed owed(Viewer viewer, UUID receivableId) {
        return queries.owed(receivableId, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static Money discount(NewDiscountOffer wanted, Money open) {
        var amount = wanted.amount();
        if (amount != null && !amount.currency().equals(open.currency())) {
            throw InvalidRequest.field("/amount/currency", "currency-differs", open.currency());
        }
        var pointer = amount == null ? "/percent" : "/amount/amount";
        var discount = wanted.of(open);
        if (discount.compareTo(open) >= 0) {
            throw new DiscountNotBelowOpenAmount(pointer, open);
        }
        if (!discount.isPositive()) {
            throw InvalidRequest.field(pointer, "rounds-to-nothing", open);
        }
        return discount;
    }

    private void record(Viewer viewer, DiscountOffer offer, String verb, String reason, Instant now) {
        offers.flush();
        var details = Map.of(
                "receivable",
                offer.receivableId,
                "amount",
                offer.discount().toString(),
                "validThrough",
                offer.validThrough.toString(),
                "reason",
                reason);
        audit.record(
                viewer.organisationId(),
                viewer.userId(),
                "discount-offer." + verb,
                "discount-offer",
                offer.id,
                details,
                now);
    }
}
