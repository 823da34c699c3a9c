package io.huikuan.payment;

import io.huikuan.platform.Ids;
import io.huikuan.receivable.Movement;
import io.huikuan.receivable.Owing;
import io.huikuan.receivable.ReceivableSettlement;
import io.huikuan.rules.Allocation.Plan;
import io.huikuan.rules.Allocation.Share;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens the ledger of some customers, and writes down what was allocated from it. */
@ApplicationScoped
class AllocationBooking {
    /** @param ownerId the customer's owner now: a collection stays with who collected it */
    record Entry(UUID paymentId, UUID receivableId, UUID ownerId, Money amount, LocalDate effectiveOn) {

        /** Money counts from when it came, but for no receivable before that was issued. */
        static List<Entry> of(UUID paymentId, LocalDate receivedOn, UUID customerId, Plan plan, OpenLedger ledger) {
            return plan.shares().stream()
                    .map(share -> of(paymentId, receivedOn, share, ledger.owing(customerId, share.receivableId())))
                    .toList();
        }

        private static Entry of(UUID paymentId, LocalDate receivedOn, Share share, Owing owing) {
            var issuedOn = owing.item().issuedOn();
            var effectiveOn = receivedOn.isBefore(issuedOn) ? issuedOn : receivedOn;
            return new Entry(paymentId, share.receivableId(), owing.ownerId(), share.amount(), effectiveOn);
        }
    }

    private final PaymentQueries queries;
    private final ReceivableSettlement settlement;

    AllocationBooking(PaymentQueries queries, ReceivableSettlement settlement) {
        this.queries = queries;
        this.settlement = settlement;
    }

    /** The customers are locked, and all that the designations name is in it. */
    OpenLedger open(UUID organisationId, Collection<UUID> customerIds, List<Designation> designations) {
        var ids = designations.stream()
                .flatMap(each -> each instanceof Designation.Shares(var shares) ? shares.stream() : Stream.of())
                .map(Share::receivableId)
                .collect(Collectors.toSet());
        var numbers = designations.stream()
                .flatMap(each -> each instanceof Designation.Numbers(var named) ? named.stream() : Stream.of())
                .collect(Collectors.toSet());
        return new OpenLedger(settlement.lockOpen(organisationId, Set.copyOf(customerIds), ids, numbers));
    }

    void book(UUID organisationId, @Nullable UUID actorId, List<Entry> entries, Instant now) {
        if (entries.isEmpty()) {
            return;
        }
        queries.allocate(
                organisationId,
                entries.stream().map(_ -> Ids.next()).toArray(UUID[]::new),
                entries.stream().map(Entry::paymentId).toArray(UUID[]::new),
                entries.stream().map(Entry::receivableId).toArray(UUID[]::new),
                entries.stream().map(Entry::ownerId).toArray(UUID[]::new),
                entries.stream().map(entry -> entry.amount().amount()).toArray(BigDecimal[]::new),
                entries.stream().map(entry -> entry.amount().currency()).toArray(String[]::new),
                entries.stream().map(Entry::effectiveOn).toArray(LocalDate[]::new),
                actorId,
                now);
        settlement.move(organisationId, movements(entries), now);
    }

    /** One of each receivable: several payments of one list may have settled parts of it. */
    private static List<Movement> movements(List<Entry> entries) {
        var movements = new LinkedHashMap<UUID, Movement>();
        for (var entry : entries) {
            movements.merge(
                    entry.receivableId(),
                    new Movement(entry.receivableId(), entry.amount(), entry.effectiveOn()),
                    AllocationBooking::together);
        }
        return List.copyOf(movements.values());
    }

    private static Movement together(Movement one, Movement other) {
        var lookOn = one.lookOn().isBefore(other.lookOn()) ? one.lookOn() : other.lookOn();
        return new Movement(one.receivableId(), one.settled().plus(other.settled()), lookOn);
    }
}
