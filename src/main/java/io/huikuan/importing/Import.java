package io.huikuan.importing;

import io.huikuan.landing.ImportKind;
import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A file that somebody sent, and how far it has got; gets on by the statements of {@link ImportQueries}. */
@Entity
class Import extends OrganisationOwned {
    /** How far a file is. */
    @Schema(name = "ImportState")
    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    @Id
    UUID id;

    UUID requestedBy;

    @Enumerated(EnumType.STRING)
    ImportKind kind;

    @Nullable
    String fileName;

    @JdbcTypeCode(SqlTypes.JSON)
    String spec;

    String timeZone;

    @Nullable
    String acceptLanguage;

    @Enumerated(EnumType.STRING)
    State state;

    @Nullable
    String failure;

    long bytes;
    long rowsRead;
    long rowsAccepted;
    long rowsUnchanged;
    long rowsRefused;
    int attempts;
    UUID leaseToken;
    Instant leaseUntil;
    Instant createdAt;

    @Nullable
    Instant finishedAt;

    protected Import() {}

    /** A file that its receiver begins with at once. */
    Import(Lease lease, ImportKind kind, @Nullable String fileName, long bytes, Instant now) {
        this.id = lease.importId();
        this.requestedBy = lease.requestedBy();
        this.kind = kind;
        this.fileName = fileName;
        this.spec = lease.spec();
        this.timeZone = lease.timeZone();
        this.acceptLanguage = lease.acceptLanguage();
        this.state = State.RUNNING;
        this.bytes = bytes;
        this.attempts = lease.attempts();
        this.leaseToken = lease.token();
        this.leaseUntil = now.plus(Lease.TIME);
        this.createdAt = now;
    }
}
