package io.huikuan.notification;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A task that its assignee is told of.
 *
 * @param occurrence 1 for the first telling, counting on until somebody acknowledges it
 */
public record TaskNotice(UUID followUpId, UUID customerId, UUID recipientId, LocalDate dueOn, int occurrence) {}
