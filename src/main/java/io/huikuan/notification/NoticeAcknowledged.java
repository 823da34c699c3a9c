package io.huikuan.notification;

import java.util.UUID;

/**
 * Somebody who was told has taken it on, so that this telling need not be repeated; fired within the transaction. Marking a notice done
 * takes it on as well.
 */
public record NoticeAcknowledged(UUID organisationId, UUID receivableId, int stepOffsetDays, int occurrence) {}
