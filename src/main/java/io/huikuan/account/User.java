package io.huikuan.account;

import io.huikuan.platform.OrganisationOwned;
import io.huikuan.platform.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "app_user")
class User extends OrganisationOwned {
    @Id
    UUID id;

    String username;
    String displayName;
    String[] roles;

    @Nullable
    UUID teamId;

    String locale;
    String passwordHash;
    boolean mustChangePassword;
    boolean active;
    Instant createdAt;

    @Version
    long version;

    protected User() {}

    User(UUID id, NewUser wanted, String passwordHash, Instant now) {
        this.id = id;
        this.username = wanted.username();
        this.displayName = wanted.displayName();
        this.roles = names(wanted.roles());
        this.teamId = wanted.teamId();
        this.locale = wanted.locale();
        this.passwordHash = passwordHash;
        this.mustChangePassword = !wanted.passwordFinal();
        this.active = true;
        this.createdAt = now;
    }

    Set<Role> roles() {
        var set = EnumSet.noneOf(Role.class);
        Arrays.stream(roles).map(Role::valueOf).forEach(set::add);
        return set;
    }

    void change(ChangedUser change) {
        displayName = change.displayName() == null ? displayName : change.displayName();
        roles = change.roles() == null ? roles : names(change.roles());
        teamId = change.teamId() == null ? teamId : change.teamId();
        locale = change.locale() == null ? locale : change.locale();
        active = change.active() == null ? active : change.active();
    }

    /** The person's own choice; lets the person in from now on. */
    void choosePassword(String hash) {
        passwordHash = hash;
        mustChangePassword = false;
    }

    /** Somebody else's choice, to be changed at the next sign-in. */
    void resetPassword(String hash) {
        passwordHash = hash;
        mustChangePassword = true;
    }

    void strengthenHash(String hash) {
        passwordHash = hash;
    }

    private static String[] names(Collection<Role> roles) {
        return roles.stream().sorted().map(Enum::name).distinct().toArray(String[]::new);
    }
}
