package io.huikuan.dispute;

import io.huikuan.hold.HoldKeeping;
import io.huikuan.receivable.ReceivableSettlement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What follows from a dispute: the contested part is held out of the demand until it has ended, and people hear of it. */
@ApplicationScoped
class DisputeHolding {
    private final ReceivableSettlement settlement;
    private final HoldKeeping holds;
    private final DisputeNews news;

    DisputeHolding(ReceivableSettlement settlement, HoldKeeping holds, DisputeNews news) {
        this.settlement = settlement;
        this.holds = holds;
        this.news = news;
    }

    /** None of the customer's money moves until the transaction ends. */
    void lock(UUID organisationId, UUID customerId) {
        settlement.lockCustomers(organisationId, List.of(customerId));
    }

    void raised(UUID organisationId, Dispute dispute, UUID actorId, LocalDate today, Instant now) {
        holds.place(organisationId, dispute.holdCause(), Map.of(dispute.receivableId, dispute.contested()), today);
        news.raised(organisationId, dispute, actorId, today, now);
    }

    void ended(UUID organisationId, Dispute dispute, UUID actorId, LocalDate today, Instant now) {
        holds.end(organisationId, dispute.id, today, now);
        news.ended(organisationId, dispute, actorId, today, now);
    }
}
