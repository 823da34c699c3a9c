package io.huikuan.terms;

import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A template; contracts copy what they take from it, so that changing it changes no agreement. */
@Entity
@Table(name = "payment_terms")
class Terms extends OrganisationOwned {
    @Id
    UUID id;

    String name;

    /** JSON, as {@link TermsKeeping} writes and reads it. */
    @JdbcTypeCode(SqlTypes.JSON)
    String portions;

    Instant createdAt;

    @Version
    long version;

    protected Terms() {}

    Terms(UUID id, String name, String portions, Instant now) {
        this.id = id;
        this.name = name;
        this.portions = portions;
        this.createdAt = now;
    }

    void rewrite(String newName, String newPortions) {
        name = newName;
        portions = newPortions;
    }
}
