package io.huikuan.hold;

import io.huikuan.organisation.OrganisationRegister;
import io.huikuan.receivable.OpenAmountsMoved;
import io.huikuan.receivable.ReceivableLooks;
import io.huikuan.receivable.ReceivableSettlement;
import io.huikuan.receivable.ReceivablesBilled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Holds what a pause is of: also what is billed, or open again, while all of a customer is paused. */
@ApplicationScoped
class PauseHolding {
    private final HoldQueries queries;
    private final HoldKeeping holds;
    private final ReceivableSettlement settlement;
    private final ReceivableLooks looks;
    private final OrganisationRegister organisations;

    PauseHolding(
            HoldQueries queries,
            HoldKeeping holds,
            ReceivableSettlement settlement,
            ReceivableLooks looks,
            OrganisationRegister organisations) {
        this.queries = queries;
        this.holds = holds;
        this.settlement = settlement;
        this.looks = looks;
        this.organisations = organisations;
    }

    /** Nothing of the customer is billed, and none of its money moves, until the transaction ends. */
    void lock(UUID organisationId, UUID customerId) {
        settlement.lockCustomers(organisationId, List.of(customerId));
    }

    void cover(UUID organisationId, UUID pauseId, LocalDate today) {
        looks.pull(organisationId, queries.cover(organisationId, pauseId), today);
    }

    void end(UUID organisationId, UUID pauseId, LocalDate today, Instant now) {
        holds.end(organisationId, pauseId, today, now);
    }

    void coverBilled(@Observes ReceivablesBilled billed) {
        coverNew(billed.organisationId(), billed.receivableIds(), billed.now());
    }

    void coverReopened(@Observes OpenAmountsMoved moved) {
        coverNew(moved.organisationId(), moved.opened(), moved.now());
    }

    private void coverNew(UUID organisationId, List<UUID> receivables, Instant now) {
        if (!receivables.isEmpty()) {
            var today = organisations.settings(organisationId).today(now);
            looks.pull(
                    organisationId, queries.coverNew(organisationId, receivables.toArray(UUID[]::new), today), today);
        }
    }
}
