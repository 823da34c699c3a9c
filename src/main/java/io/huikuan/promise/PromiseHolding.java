package io.huikuan.promise;

import io.huikuan.hold.HoldKeeping;
import io.huikuan.receivable.Owing;
import io.huikuan.receivable.ReceivableSettlement;
import io.huikuan.rules.Allocation.OpenItem;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What follows from a promise: its money is held out of the demand while there is still time, and people hear what becomes of it. */
@ApplicationScoped
class PromiseHolding {
    private final ReceivableSettlement settlement;
    private final HoldKeeping holds;
    private final PromiseNews news;

    PromiseHolding(ReceivableSettlement settlement, HoldKeeping holds, PromiseNews news) {
        this.settlement = settlement;
        this.holds = holds;
        this.news = news;
    }

    /** None of these customers' money moves until the transaction ends. */
    void lock(UUID organisationId, List<UUID> customers) {
        settlement.lockCustomers(organisationId, customers);
    }

    /** What is open of a locked customer. */
    List<OpenItem> open(UUID organisationId, UUID customerId) {
        return settlement.lockOpen(organisationId, List.of(customerId), List.of(), List.of()).stream()
                .map(Owing::item)
                .toList();
    }

    /** @param missing by receivable */
    void hold(UUID organisationId, Promise promise, Map<UUID, Money> missing, LocalDate today) {
        holds.place(organisationId, promise.holdCause(), missing, today);
    }

    /** It has another last day than before. */
    void move(UUID organisationId, Promise promise) {
        holds.endOn(organisationId, promise.id, promise.heldUntil);
    }

    /** Its state has turned. What is not open any more holds nothing; whom it concerns is told. */
    void turned(UUID organisationId, Promise promise, LocalDate today, Instant now) {
        if (!promise.isOpen()) {
            holds.end(organisationId, promise.id, today, now);
        }
        news.turned(organisationId, promise, today, now);
    }
}
