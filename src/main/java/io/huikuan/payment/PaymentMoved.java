package io.huikuan.payment;

import io.huikuan.rules.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody has had one payment take a step; heard in the transaction that it belongs to.
 *
 * @param actorId who need not be told
 * @param today in the organisation's zone
 */
public record PaymentMoved(
        UUID organisationId,
        UUID paymentId,
        UUID customerId,
        PaymentStep step,
        Money amount,
        LocalDate receivedOn,
        UUID actorId,
        LocalDate today,
        Instant now) {}
