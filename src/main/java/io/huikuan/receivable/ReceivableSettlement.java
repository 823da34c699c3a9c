package io.huikuan.receivable;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.huikuan.notification.NoticeClosing;
import io.huikuan.notification.NoticeReopening;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.rules.Allocation.OpenItem;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Keeps what is open in step with what is allocated. Whoever moves money of customers first locks them here, then reads, then
 * writes, all in one transaction: two payments at once never see the same open amount.
 */
@ApplicationScoped
public class ReceivableSettlement {
    private final ReceivableQueries queries;
    private final NoticeClosing closing;
    private final NoticeReopening reopening;
    private final Event<OpenAmountsMoved> moved;

    ReceivableSettlement(
            ReceivableQueries queries,
            NoticeClosing closing,
            NoticeReopening reopening,
            Event<OpenAmountsMoved> moved) {
        this.queries = queries;
        this.closing = closing;
        this.reopening = reopening;
        this.moved = moved;
    }

    /**
     * Keeps every other movement of these customers' money out until the transaction ends.
     *
     * @throws InvalidRequest when one of the customers is not there
     */
    @Transactional(TxType.MANDATORY)
    public void lockCustomers(UUID organisationId, Collection<UUID> customerIds) {
        var ids = customerIds.stream().distinct().toArray(UUID[]::new);
        if (queries.lockCustomers(organisationId, ids).size() < ids.length) {
            throw InvalidRequest.field("/customerId", "customer-unknown");
        }
    }

    /**
     * Everything open of these customers, locked; besides, what of them is named and paid already. The customers are locked.
     *
     * @param ids of receivables that somebody names
     * @param numbers of receivables that somebody names
     */
    @Transactional(TxType.MANDATORY)
    public List<Owing> lockOpen(
            UUID organisationId, Collection<UUID> customerIds, Collection<UUID> ids, Collection<String> numbers) {
        var customers = customerIds.stream().distinct().toArray(UUID[]::new);
        var open = queries.lockOpen(organisationId, customers).stream();
        var paid = ids.isEmpty() && numbers.isEmpty()
                ? Stream.<ReceivableQueries.OwingRow>of()
                : queries
                        .paidAmong(organisationId, customers, ids.toArray(UUID[]::new), numbers.toArray(String[]::new))
                        .stream();
        return Stream.concat(open, paid).map(ReceivableSettlement::owing).toList();
    }

    /**
     * Moves what is open. Nobody needs to be told any more of what is settled by it; of what had been settled, people are told again.
     *
     * @param movements at most one of each receivable, all of them of locked customers
     */
    @Transactional(TxType.MANDATORY)
    public void move(UUID organisationId, List<Movement> movements, Instant now) {
        if (movements.isEmpty()) {
            return;
        }
        var changed = queries.move(
                organisationId,
                movements.stream().map(Movement::receivableId).toArray(UUID[]::new),
                movements.stream().map(each -> each.settled().amount()).toArray(BigDecimal[]::new),
                movements.stream().map(Movement::lookOn).toArray(LocalDate[]::new));
        if (changed.size() != movements.size()) {
            throw new IllegalStateException("%d of %d receivables moved".formatted(changed.size(), movements.size()));
        }
        var settled = changed.stream()
                .filter(each -> each.openAmount().signum() == 0)
                .map(ReceivableQueries.Moved::id)
                .toList();
        closing.close(organisationId, settled, now);
        reopened(movements, changed)
                .forEach((day, receivables) -> reopening.reopen(organisationId, receivables, day, now));
        moved.fire(new OpenAmountsMoved(organisationId, movements, now));
    }

    /** What was settled before and is open now, by the day from which on it is. */
    private static Map<LocalDate, List<UUID>> reopened(List<Movement> movements, List<ReceivableQueries.Moved> moved) {
        var openNow = moved.stream().collect(toMap(ReceivableQueries.Moved::id, ReceivableQueries.Moved::openAmount));
        return movements.stream()
                .filter(each -> each.reopens(requireNonNull(openNow.get(each.receivableId()))))
                .collect(groupingBy(Movement::lookOn, mapping(Movement::receivableId, toList())));
    }

    private static Owing owing(ReceivableQueries.OwingRow row) {
        var open = Money.of(row.openAmount(), row.currency());
        return new Owing(
                row.customerId(),
                row.ownerId(),
                row.payableFrom(),
                new OpenItem(row.id(), row.dueOn(), row.issuedOn(), row.number(), open).partOf(row.document()));
    }
}
