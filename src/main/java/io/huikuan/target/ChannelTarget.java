package io.huikuan.target;

import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One group or system to tell. What is sealed is opened by {@link TargetOpening} only. */
@Entity
class ChannelTarget extends OrganisationOwned {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    TargetKind kind;

    String name;
    boolean mayNameCustomers;

    /** Of the URL: what may be shown of it. */
    String host;

    String sealedUrl;

    @Nullable
    String sealedSecret;

    @Nullable
    String sealedPreviousSecret;

    @Nullable
    Instant previousSecretUntil;

    @Version
    long version;

    protected ChannelTarget() {}

    ChannelTarget(UUID id, TargetKind kind, String name, boolean mayNameCustomers) {
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.mayNameCustomers = mayNameCustomers;
        this.host = "";
        this.sealedUrl = "";
    }

    void rename(String newName) {
        name = newName;
    }

    void letNameCustomers(boolean may) {
        mayNameCustomers = may;
    }

    void moveTo(String newHost, String url) {
        host = newHost;
        sealedUrl = url;
    }

    void signWith(String secret) {
        sealedSecret = secret;
        sealedPreviousSecret = null;
        previousSecretUntil = null;
    }

    /** @param previous the secret until now, sealed for its new place */
    void signWith(String secret, String previous, Instant previousUntil) {
        sealedSecret = secret;
        sealedPreviousSecret = previous;
        previousSecretUntil = previousUntil;
    }
}
