package io.huikuan.allocation;

import io.huikuan.allocation.OpenLedger.Entry;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.receivable.Movement;
import io.huikuan.receivable.ReceivableSettlement;
import io.huikuan.rules.Allocation.Share;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
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

/**
 * Settles receivables with payments. Whoever moves money of customers first locks them, then opens their ledger, allocates
 * from it and books it, all in one transaction.
 */
@ApplicationScoped
public class AllocationBooking {
    private final AllocationQueries queries;
    private final ReceivableSettlement settlement;

    AllocationBooking(AllocationQueries queries, ReceivableSettlement settlement) {
        this.queries = queries;
        this.settlement = settlement;
    }

    /**
     * Keeps every other movement of these customers' money out until the transaction ends.
     *
     * @throws InvalidRequest when one of the customers is not there
     */
    @Transactional(TxType.MANDATORY)
    public void lockCustomers(UUID organisationId, Collection<UUID> customerIds) {
        settlement.lockCustomers(organisationId, customerIds);
    }

    /** What the customers owe, and all that the designations name. The customers are locked. */
    @Transactional(TxType.MANDATORY)
    public OpenLedger open(UUID organisationId, Collection<UUID> customerIds, List<Designation> designations) {
        var ids = designations.stream()
                .flatMap(each -> each instanceof Designation.Shares(var shares) ? shares.stream() : Stream.of())
                .map(Share::receivableId)
                .collect(Collectors.toSet());
        var numbers = designations.stream()
                .flatMap(each -> each instanceof Designation.Numbers(var named) ? named.stream() : Stream.of())
                .collect(Collectors.toSet());
        return new OpenLedger(settlement.lockOpen(organisationId, Set.copyOf(customerIds), ids, numbers));
    }

    /**
     * Writes down, once, what was allocated from the ledger. The payments are in the books.
     *
     * @param actorId who allocates; null for the system itself
     */
    @Transactional(TxType.MANDATORY)
    public void book(UUID organisationId, @Nullable UUID actorId, OpenLedger ledger, Instant now) {
        var entries = ledger.entries();
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

    /**
     * Gives each allocation of the payment its counter-entry: what it had settled is open again. Its customer is locked.
     *
     * @param effectiveOn from when on it counts as gone
     */
    @Transactional(TxType.MANDATORY)
    public void takeBack(UUID organisationId, UUID paymentId, LocalDate effectiveOn, UUID actorId, Instant now) {
        var reopened = queries.undo(organisationId, paymentId, effectiveOn, actorId, now).stream()
                .map(undone ->
                        new Movement(undone.receivableId(), Money.of(undone.amount(), undone.currency()), effectiveOn))
                .toList();
        settlement.move(organisationId, reopened, now);
    }

    /** What was allocated of a payment and taken back, in that order; whoever asks may see the payment. */
    public List<AllocationView> entriesOf(UUID paymentId) {
        return queries.linesOf(paymentId).stream().map(AllocationView::of).toList();
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
