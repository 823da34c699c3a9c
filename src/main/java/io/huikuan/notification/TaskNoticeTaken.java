package io.huikuan.notification;

import java.time.Instant;
import java.util.UUID;

/** Somebody has acknowledged, or put away, what they were told of a task; fired within the transaction in which they do. */
public record TaskNoticeTaken(UUID organisationId, UUID followUpId, UUID actorId, Instant now) {}
