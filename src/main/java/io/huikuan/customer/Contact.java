package io.huikuan.customer;

import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class Contact extends OrganisationOwned {
    @Id
    UUID id;

    UUID customerId;
    String name;

    @Nullable
    String jobTitle;

    @Nullable
    String phone;

    @Nullable
    String email;

    boolean preferred;

    /** Null for that of the customer's owner. */
    @Nullable
    String locale;

    /** Letters that remind the customer go here before they go to anybody else. */
    boolean dunned;

    @Nullable
    Instant optedOutAt;

    /** Null where the contact did so by the link in a letter. */
    @Nullable
    UUID optedOutBy;

    @Version
    long version;

    protected Contact() {}

    Contact(UUID id, UUID customerId, ContactDetails details) {
        this.id = id;
        this.customerId = customerId;
        this.name = details.name() == null ? "" : details.name();
        describe(details);
    }

    /** True when it has opted out just now. */
    boolean optOut(@Nullable UUID by, Instant now) {
        if (optedOutAt != null) {
            return false;
        }
        optedOutAt = now;
        optedOutBy = by;
        return true;
    }

    void optIn() {
        optedOutAt = null;
        optedOutBy = null;
    }

    void describe(ContactDetails details) {
        name = details.name() == null ? name : details.name();
        jobTitle = details.jobTitle() == null ? jobTitle : details.jobTitle();
        phone = details.phone() == null ? phone : details.phone();
        email = details.email() == null ? email : details.email();
        preferred = details.preferred() == null ? preferred : details.preferred();
        locale = details.locale() == null ? locale : details.locale();
        dunned = details.dunned() == null ? dunned : details.dunned();
    }
}
