package io.huikuan.notification;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody who was told has taken it on, so that this telling need not be repeated; fired within the transaction. Marking a notice done
 * takes it on as well.
 *
 * @param dueOn of the receivable when the step was told; with another one its ladder has begun anew
 */
public record NoticeAcknowledged(UUID organisationId, UUID receivableId, int stepOffsetDays, LocalDate dueOn) {}
