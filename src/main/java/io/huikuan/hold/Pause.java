package io.huikuan.hold;

import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class Pause extends OrganisationOwned {
    @Id
    UUID id;

    UUID customerId;

    @Nullable
    UUID receivableId;

    @Enumerated(EnumType.STRING)
    PauseKind kind;

    LocalDate startsOn;

    @Nullable
    LocalDate heldUntil;

    String reason;
    UUID agreedBy;
    Instant agreedAt;

    @Nullable
    UUID endedBy;

    @Nullable
    Instant endedAt;

    @Nullable
    String endedBecause;

    @Version
    long version;

    protected Pause() {}

    Pause(UUID id, NewPause wanted, LocalDate today, UUID agreedBy, Instant now) {
        this.id = id;
        this.customerId = wanted.customerId();
        this.receivableId = wanted.receivableId();
        this.kind = wanted.kind();
        this.startsOn = today;
        this.heldUntil = wanted.heldUntil();
        this.reason = wanted.reason();
        this.agreedBy = agreedBy;
        this.agreedAt = now;
    }

    PauseView.State state(LocalDate today) {
        if (endedAt != null) {
            return PauseView.State.ENDED;
        }
        boolean over = heldUntil != null && heldUntil.isBefore(today);
        return over ? PauseView.State.EXPIRED : PauseView.State.STANDING;
    }

    /** @throws PauseOver when it has ended already, by itself or by somebody's word */
    void end(UUID by, String why, LocalDate today, Instant now) {
        if (state(today) != PauseView.State.STANDING) {
            throw new PauseOver();
        }
        endedBy = by;
        endedAt = now;
        endedBecause = why;
    }
}
