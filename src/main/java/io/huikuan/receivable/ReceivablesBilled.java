package io.huikuan.receivable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** These are in the books from now on; fired within the transaction, while their customers are held. */
public record ReceivablesBilled(UUID organisationId, List<UUID> receivableIds, Instant now) {
    public ReceivablesBilled {
        receivableIds = List.copyOf(receivableIds);
    }
}
