package io.huikuan.allocation;

import static java.util.stream.Collectors.toMap;

import io.huikuan.allocation.EarlyPayment.Offer;
import io.huikuan.allocation.EarlyPayment.Taken;
import io.huikuan.allocation.OpenLedger.Source;
import io.huikuan.platform.Ids;
import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Who still gets a discount while payments are allocated one after the other: each is given once. */
final class StandingOffers {
    private final Map<UUID, Offer> byReceivable;
    private final List<Taken> taken = new ArrayList<>();

    StandingOffers(List<Offer> offers) {
        byReceivable = new HashMap<>(offers.stream().collect(toMap(Offer::receivableId, Function.identity())));
    }

    /**
     * What of {@code open} need not be paid: nothing where no more than the discount is open anyway, as then nothing is earned by paying.
     *
     * @param on the day from which the payment counts for the receivable
     */
    Optional<Money> discount(UUID receivableId, Money open, LocalDate on) {
        return inTime(receivableId, on).map(Offer::discount).filter(discount -> discount.compareTo(open) < 0);
    }

    /**
     * Gives the rest up.
     *
     * @return as what it is to be allocated, or nothing where this payment takes no offer
     */
    Optional<Source> take(Source payment, UUID receivableId, Money before, Money rest, LocalDate on) {
        boolean reached = rest.isPositive()
                && discount(receivableId, before, on)
                        .filter(discount -> rest.compareTo(discount) <= 0)
                        .isPresent();
        return reached ? inTime(receivableId, on).map(offer -> take(offer, payment, rest, on)) : Optional.empty();
    }

    List<Taken> taken() {
        return List.copyOf(taken);
    }

    private Optional<Offer> inTime(UUID receivableId, LocalDate on) {
        return Optional.ofNullable(byReceivable.get(receivableId)).filter(offer -> !on.isAfter(offer.validThrough()));
    }

    private Source take(Offer offer, Source payment, Money rest, LocalDate on) {
        var effectiveOn = on.isBefore(offer.offeredOn()) ? offer.offeredOn() : on;
        var discount = new Taken(Ids.next(), offer, payment.customerId(), payment.id(), rest, effectiveOn);
        byReceivable.remove(offer.receivableId());
        taken.add(discount);
        return new Source(discount.discountId(), SourceKind.DISCOUNT, payment.customerId(), effectiveOn, rest);
    }
}
