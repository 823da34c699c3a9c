package io.huikuan.adjustment;

import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is given up on a receivable because a payment came in time.
 *
 * @param reason of the offer
 */
public record Discount(
        UUID id,
        UUID customerId,
        UUID receivableId,
        Money amount,
        LocalDate effectiveOn,
        String reason,
        UUID offerId,
        UUID paymentId) {}
