package io.huikuan.session;

import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class Session extends OrganisationOwned {
    @Id
    UUID id;

    UUID userId;

    @Nullable
    String device;

    byte[] rotationSecret;
    Instant createdAt;
    Instant lastUsedAt;
    Instant expiresAt;

    @Nullable
    Instant revokedAt;

    @Nullable
    String revokedBecause;

    protected Session() {}

    Session(UUID id, UUID userId, @Nullable String device, byte[] rotationSecret, Instant now, Instant expiresAt) {
        this.id = id;
        this.userId = userId;
        this.device = device;
        this.rotationSecret = rotationSecret.clone();
        this.createdAt = now;
        this.lastUsedAt = now;
        this.expiresAt = expiresAt;
    }

    boolean isLive(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    void use(Instant now) {
        lastUsedAt = now;
    }

    void revoke(String because, Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
            revokedBecause = because;
        }
    }
}
