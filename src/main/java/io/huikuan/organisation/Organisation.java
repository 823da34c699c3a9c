package io.huikuan.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

@Entity
class Organisation {
    @Id
    UUID id;

    String code;
    String name;
    String timeZone;
    String currency;
    String locale;
    Instant createdAt;

    @Version
    long version;

    protected Organisation() {}

    Organisation(UUID id, NewOrganisation wanted, Instant now) {
        this.id = id;
        this.code = wanted.code();
        this.name = wanted.name();
        this.timeZone = wanted.timeZone();
        this.currency = wanted.currency();
        this.locale = wanted.locale();
        this.createdAt = now;
    }

    OrganisationSettings settings() {
        return new OrganisationSettings(id, code, name, ZoneId.of(timeZone), currency, locale);
    }
}
