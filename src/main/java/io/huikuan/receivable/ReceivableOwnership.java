package io.huikuan.receivable;

import io.huikuan.customer.CustomersHandedOver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A customer's receivables go where the customer goes, in the same transaction; what is open of them is looked at again, for the new owner. */
@ApplicationScoped
class ReceivableOwnership {
    private final ReceivableQueries queries;

    ReceivableOwnership(ReceivableQueries queries) {
        this.queries = queries;
    }

    void follow(@Observes CustomersHandedOver handedOver) {
        queries.handOver(handedOver.organisationId(), handedOver.customers(), handedOver.ownerId());
        queries.pullLooksOf(handedOver.organisationId(), handedOver.customers(), handedOver.day());
    }
}
