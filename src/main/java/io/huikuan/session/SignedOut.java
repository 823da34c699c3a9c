package io.huikuan.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has signed out; fired within the transaction.
 *
 * @param installationId the app on the phone that was signed out of, where it said so
 */
public record SignedOut(
        UUID organisationId,
        UUID userId,
        UUID sessionId,
        @Nullable String installationId,
        Instant at) {}
