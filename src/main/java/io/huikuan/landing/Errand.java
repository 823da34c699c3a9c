package io.huikuan.landing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * In whose name rows land.
 *
 * @param today in the organisation's zone
 */
public record Errand(UUID organisationId, UUID actorId, LocalDate today, Instant now) {}
