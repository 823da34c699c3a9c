package io.huikuan.session;

import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One link of a session's chain of refresh tokens; only its hash is known here. */
@Entity
class RefreshToken extends OrganisationOwned {
    @Id
    String hash;

    UUID sessionId;
    Instant issuedAt;
    Instant expiresAt;

    @Nullable
    Instant usedAt;

    protected RefreshToken() {}

    RefreshToken(String hash, UUID sessionId, Instant now, Instant expiresAt) {
        this.hash = hash;
        this.sessionId = sessionId;
        this.issuedAt = now;
        this.expiresAt = expiresAt;
    }

    boolean isUnused() {
        return usedAt == null;
    }

    boolean wasUsedWithin(Duration window, Instant now) {
        return usedAt != null && now.isBefore(usedAt.plus(window));
    }

    void use(Instant now) {
        usedAt = now;
    }
}
