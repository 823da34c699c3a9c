package io.huikuan.receivable;

import io.huikuan.customer.CustomerHandedOver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A customer's receivables go where the customer goes, in the same transaction. */
@ApplicationScoped
class ReceivableOwnership {
    private final ReceivableQueries queries;

    ReceivableOwnership(ReceivableQueries queries) {
        this.queries = queries;
    }

    void follow(@Observes CustomerHandedOver handedOver) {
        queries.handOver(handedOver.organisationId(), handedOver.customerId(), handedOver.ownerId(), handedOver.day());
    }
}
