package io.huikuan.receivable;

import io.huikuan.rules.Allocation.OpenItem;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A receivable that money may be allocated to.
 *
 * @param ownerId the customer's owner now, who has collected what is allocated now
 * @param payableFrom the day of issue, or that from which the last allocation taken back counts as gone. From then on what is
 *     allocated only grows, so that whatever is open now was open on each of these days
 * @param item may be open by nothing any more
 */
public record Owing(UUID customerId, UUID ownerId, LocalDate payableFrom, OpenItem item) {
    public Owing with(OpenItem changed) {
        return new Owing(customerId, ownerId, payableFrom, changed);
    }

    /** The same, once something that was allocated to it has been taken back from that day on. */
    public Owing takenBackOn(LocalDate day) {
        return new Owing(customerId, ownerId, day.isAfter(payableFrom) ? day : payableFrom, item);
    }
}
