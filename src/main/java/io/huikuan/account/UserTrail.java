package io.huikuan.account;

import io.huikuan.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what is done to people, and tells whoever has to act on it. */
@ApplicationScoped
class UserTrail {
    private final AuditTrail audit;
    private final Event<AccessRevoked> revoked;

    UserTrail(AuditTrail audit, Event<AccessRevoked> revoked) {
        this.audit = audit;
        this.revoked = revoked;
    }

    void record(
            UUID organisationId,
            @Nullable UUID actorId,
            String action,
            UUID userId,
            Map<String, ?> details,
            Instant now) {
        audit.record(organisationId, actorId, action, "user", userId, details, now);
    }

    void recordRevoking(UUID organisationId, UUID actorId, String action, UUID userId, Instant now) {
        record(organisationId, actorId, action, userId, Map.of(), now);
        revoked.fire(new AccessRevoked(organisationId, userId, action, now));
    }
}
