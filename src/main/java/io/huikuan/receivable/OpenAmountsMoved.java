package io.huikuan.receivable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is open of some receivables of locked customers was settled, or opened again; fired within the transaction, once the entries are
 * written.
 */
public record OpenAmountsMoved(UUID organisationId, List<Movement> movements, Instant now) {
    public OpenAmountsMoved {
        movements = List.copyOf(movements);
    }

    public List<UUID> receivableIds() {
        return movements.stream().map(Movement::receivableId).toList();
    }

    /** Those of which more is open than before. */
    public List<UUID> opened() {
        return movements.stream()
                .filter(each -> each.settled().isNegative())
                .map(Movement::receivableId)
                .toList();
    }
}
