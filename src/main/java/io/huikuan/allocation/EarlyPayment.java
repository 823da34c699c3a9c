package io.huikuan.allocation;

import io.huikuan.rules.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is not asked for of whoever pays early; kept by the room that keeps the offers. All is part of the transaction that has locked the customers. */
public interface EarlyPayment {
    /**
     * @param discount at most so much is given up, and only where a payment leaves no more than that open
     * @param offeredOn no discount counts before that day, however early the money came
     * @param validThrough the last day on which a payment may count that takes it
     */
    record Offer(
            UUID id, UUID receivableId, Money discount, LocalDate offeredOn, LocalDate validThrough, String reason) {}

    /**
     * A payment came in time.
     *
     * @param discountId of the adjustment that is to be
     * @param amount what was still open, and is given up
     */
    record Taken(UUID discountId, Offer offer, UUID customerId, UUID paymentId, Money amount, LocalDate effectiveOn) {}

    /** What these customers may still take, by whatever day. */
    List<Offer> standing(UUID organisationId, Collection<UUID> customerIds);

    /** Brings the discounts into the books, for whoever calls to allocate them. The payments are there. */
    void take(UUID organisationId, @Nullable UUID actorId, List<Taken> taken, Instant now);

    /** What had settled these receivables is taken back: so is what was given up for it, and may be taken again. */
    void takenBack(
            UUID organisationId,
            Collection<UUID> receivableIds,
            LocalDate effectiveOn,
            @Nullable UUID actorId,
            Instant now);
}
