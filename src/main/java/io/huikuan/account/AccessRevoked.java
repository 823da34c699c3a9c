package io.huikuan.account;

import java.time.Instant;
import java.util.UUID;

/**
 * Whoever is signed in as this person should not be any more: the password is another one, or the person has left. Fired within the
 * transaction of the change.
 *
 * @param because what was done, as the audit trail calls it
 */
public record AccessRevoked(UUID organisationId, UUID userId, String because, Instant now) {}
