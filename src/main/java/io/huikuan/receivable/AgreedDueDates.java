package io.huikuan.receivable;

import java.util.UUID;

/** Due dates that were agreed as a part of something larger, and change with it only; told by the room that keeps it. */
public interface AgreedDueDates {
    /** @throws io.huikuan.platform.Problem when the receivable's date is such a one */
    void requireFree(UUID organisationId, UUID receivableId);
}
