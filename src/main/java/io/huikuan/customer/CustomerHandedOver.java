package io.huikuan.customer;

import java.util.UUID;

/** A customer has another owner; fired within the transaction of the change. */
public record CustomerHandedOver(UUID organisationId, UUID customerId, UUID formerOwnerId, UUID ownerId) {}
