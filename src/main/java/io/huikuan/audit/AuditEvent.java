package io.huikuan.audit;

import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Read only: {@link AuditTrail} writes without it. */
@Entity
@Immutable
class AuditEvent extends OrganisationOwned {
    @Id
    UUID id;

    @Nullable
    UUID actorId;

    String action;
    String subject;
    UUID subjectId;

    @Formula("cast(details as text)")
    String details;

    Instant recordedAt;

    protected AuditEvent() {}
}
