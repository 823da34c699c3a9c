package io.huikuan.account;

import java.time.Instant;
import java.util.UUID;

/** Somebody has another password; fired within the transaction of the change. */
public record PasswordChanged(UUID organisationId, UUID userId, Instant now) {}
