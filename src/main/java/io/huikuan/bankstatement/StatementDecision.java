package io.huikuan.bankstatement;

import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What somebody decided about a line; never changed. */
@Entity
@Immutable
class StatementDecision extends OrganisationOwned {
    /** What was decided. */
    @Schema(name = "BankStatementDecisionKind")
    enum Kind {
        MATCHED,
        REFUSED,
        REOPENED
    }

    @Id
    UUID id;

    UUID lineId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Nullable
    String reason;

    UUID decidedBy;
    Instant decidedAt;

    protected StatementDecision() {}

    StatementDecision(UUID id, UUID lineId, Kind kind, @Nullable String reason, UUID decidedBy, Instant now) {
        this.id = id;
        this.lineId = lineId;
        this.kind = kind;
        this.reason = reason;
        this.decidedBy = decidedBy;
        this.decidedAt = now;
    }
}
