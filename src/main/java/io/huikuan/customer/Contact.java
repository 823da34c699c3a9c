package io.huikuan.customer;

import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
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

    @Version
    long version;

    protected Contact() {}

    Contact(UUID id, UUID customerId, ContactDetails details) {
        this.id = id;
        this.customerId = customerId;
        this.name = details.name() == null ? "" : details.name();
        describe(details);
    }

    void describe(ContactDetails details) {
        name = details.name() == null ? name : details.name();
        jobTitle = details.jobTitle() == null ? jobTitle : details.jobTitle();
        phone = details.phone() == null ? phone : details.phone();
        email = details.email() == null ? email : details.email();
        preferred = details.preferred() == null ? preferred : details.preferred();
    }
}
