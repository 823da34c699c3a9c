package io.huikuan.customer;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Some customers are in another class than before, or in one at last; fired within the transaction of the change. */
public record CustomersReclassified(UUID organisationId, Collection<UUID> customerIds) implements CustomerEvent {
    public CustomersReclassified {
        customerIds = List.copyOf(customerIds);
    }
}
