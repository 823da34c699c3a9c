package io.huikuan.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A customer has another owner; fired within the transaction of the change.
 *
 * @param day the business date from which the new owner has it
 */
public record CustomerHandedOver(
        UUID organisationId,
        UUID actorId,
        UUID customerId,
        UUID formerOwnerId,
        UUID ownerId,
        LocalDate day,
        Instant now)
        implements CustomerEvent {}
