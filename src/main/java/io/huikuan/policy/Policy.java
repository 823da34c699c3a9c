package io.huikuan.policy;

import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A policy by its name; what it says is in its versions. */
@Entity
@Table(name = "reminder_policy")
class Policy extends OrganisationOwned {
    @Id
    UUID id;

    String name;

    /** The number of the version that is followed, from 1. */
    int latest;

    /** Whether the customer is reminded by it, else colleagues; this never changes, so that whoever follows it can rely on it. */
    boolean forCustomers;

    Instant createdAt;

    @Version
    long version;

    protected Policy() {}

    Policy(UUID id, String name, boolean forCustomers, Instant now) {
        this.id = id;
        this.name = name;
        this.latest = 1;
        this.forCustomers = forCustomers;
        this.createdAt = now;
    }

    void rewrite(String newName) {
        name = newName;
        latest++;
    }
}
