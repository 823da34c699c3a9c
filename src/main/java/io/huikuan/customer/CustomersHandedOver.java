package io.huikuan.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Customers of one owner have another; fired within the transaction of the change, once for all of them.
 *
 * @param day the business date from which the new owner has them
 */
public record CustomersHandedOver(
        UUID organisationId,
        UUID actorId,
        Collection<UUID> customerIds,
        UUID formerOwnerId,
        UUID ownerId,
        LocalDate day,
        Instant now)
        implements CustomerEvent {
    public CustomersHandedOver {
        customerIds = List.copyOf(customerIds);
    }

    /** The customers, as queries take them. */
    public UUID[] customers() {
        return customerIds.toArray(UUID[]::new);
    }
}
