package io.huikuan.payment;

import java.util.UUID;

/**
 * What became of a {@link NewPayment}.
 *
 * @param id of the payment in the books; of nothing where nothing was recorded
 */
public record Recorded(UUID id, Outcome outcome) {
    public enum Outcome {
        /** It is in the books. */
        CREATED,
        /** The very same was recorded before; whether it was reversed since makes no difference. */
        UNCHANGED,
        /** The customer has another payment of this reference on the account, or a claim that nobody has confirmed yet; it stays as it is. */
        DIFFERS,
        /** It names a number that none of the customer's receivables in its currency has; nothing was recorded. */
        RECEIVABLE_UNKNOWN,
        /** It was received on a day on which the books are closed; nothing was recorded. */
        PERIOD_CLOSED
    }
}
