package io.huikuan.customer;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A customer has another owner; fired within the transaction of the change.
 *
 * @param day the business date from which the new owner has it
 */
public record CustomerHandedOver(
        UUID organisationId, UUID customerId, UUID formerOwnerId, UUID ownerId, LocalDate day) {}
