package io.huikuan.receivable;

import java.util.UUID;

/**
 * What became of a {@link NewReceivable}.
 *
 * @param id of the receivable that was billed to this customer with this number and due date; of nothing where the period is closed
 */
public record Billed(UUID id, Outcome outcome) {
    public enum Outcome {
        /** It is in the books. */
        CREATED,
        /** The very same was there already. */
        UNCHANGED,
        /** One of another amount, currency or issue date was there already, and stays as it is. */
        DIFFERS,
        /** It was issued on a day on which the books are closed, and is not in the books. */
        PERIOD_CLOSED
    }
}
