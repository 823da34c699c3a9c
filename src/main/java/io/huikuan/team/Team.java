package io.huikuan.team;

import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class Team extends OrganisationOwned {
    @Id
    UUID id;

    String name;

    @Nullable
    UUID parentId;

    @Nullable
    UUID managerId;

    @Version
    long version;

    protected Team() {}

    Team(UUID id, String name, @Nullable UUID parentId, @Nullable UUID managerId) {
        this.id = id;
        this.name = name;
        this.parentId = parentId;
        this.managerId = managerId;
    }

    void rename(String newName) {
        name = newName;
    }

    void putUnder(UUID newParentId) {
        parentId = newParentId;
    }

    void appoint(UUID newManagerId) {
        managerId = newManagerId;
    }
}
