package io.huikuan.receivable;

import io.huikuan.rules.Allocation.OpenItem;
import java.util.UUID;

/**
 * A receivable that money may be allocated to.
 *
 * @param ownerId the customer's owner now, who has collected what is allocated now
 * @param item may be open by nothing any more
 */
public record Owing(UUID customerId, UUID ownerId, OpenItem item) {}
