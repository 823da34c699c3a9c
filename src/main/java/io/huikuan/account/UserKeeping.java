package io.huikuan.account;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Conditional;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets people in, changes what they may do, keeps their passwords. */
@ApplicationScoped
public class UserKeeping {
    private final Users users;
    private final UserQueries queries;
    private final PasswordHashing hashing;
    private final AuditTrail audit;
    private final Conditional conditional;

    UserKeeping(Users users, UserQueries queries, PasswordHashing hashing, AuditTrail audit, Conditional conditional) {
        this.users = users;
        this.queries = queries;
        this.hashing = hashing;
        this.audit = audit;
        this.conditional = conditional;
    }

    /**
     * @param actorId who lets the person in; null when an organisation is opened
     * @throws AlreadyExists when the user name is taken
     */
    @Transactional
    public UserView create(UUID organisationId, @Nullable UUID actorId, NewUser wanted, Instant now) {
        PasswordRules.check("/password", wanted.password(), wanted.username());
        if (!queries.byUsername(wanted.username()).isEmpty()) {
            throw new AlreadyExists("/username");
        }
        requireTeam(wanted.teamId());
        if (wanted.id() != null && users.findByIdOptional(wanted.id()).isPresent()) {
            throw new AlreadyExists("/id");
        }
        var user = new User(Ids.orNext(wanted.id()), wanted, hashing.hash(wanted.password()), now);
        users.persistAndFlush(user);
        var details = Map.of("username", user.username, "roles", user.roles());
        audit.record(organisationId, actorId, "user.created", "user", user.id, details, now);
        return UserView.of(user);
    }

    /** @throws NotFound when there is no such user */
    @Transactional
    public UserView change(Viewer viewer, UUID id, @Nullable String ifMatch, ChangedUser change, Instant now) {
        var user = users.findByIdOptional(id).orElseThrow(NotFound::new);
        conditional.require(ifMatch, user.version, change, () -> UserView.of(user));
        requireTeam(change.teamId());
        user.change(change);
        users.flush();
        var details = Map.of("roles", user.roles(), "active", user.active, "team", String.valueOf(user.teamId));
        audit.record(viewer.organisationId(), viewer.userId(), "user.changed", "user", id, details, now);
        return UserView.of(user);
    }

    /** Sets a password that the person must change at the next sign-in. */
    @Transactional
    public void resetPassword(Viewer viewer, UUID id, String password, Instant now) {
        var user = users.findByIdOptional(id).orElseThrow(NotFound::new);
        PasswordRules.check("/password", password, user.username);
        user.resetPassword(hashing.hash(password));
        audit.record(viewer.organisationId(), viewer.userId(), "user.password-reset", "user", id, Map.of(), now);
    }

    /** @throws InvalidRequest when {@code present} is not the password, or {@code next} is not acceptable */
    @Transactional
    public void choosePassword(Viewer viewer, String present, String next, Instant now) {
        var user = users.findByIdOptional(viewer.userId()).orElseThrow(NotFound::new);
        if (!hashing.matches(present, user.passwordHash)) {
            throw InvalidRequest.field("/currentPassword", "password-wrong");
        }
        PasswordRules.check("/newPassword", next, user.username);
        if (next.equals(present)) {
            throw InvalidRequest.field("/newPassword", "password-unchanged");
        }
        user.choosePassword(hashing.hash(next));
        audit.record(viewer.organisationId(), user.id, "user.password-changed", "user", user.id, Map.of(), now);
    }

    /** The active user with this name and password; takes the same time whether or not there is one. */
    @Transactional
    public Optional<UserView> authenticate(String username, String password) {
        var found = queries.byUsername(username).stream()
                .filter(user -> user.active)
                .findFirst();
        if (found.isEmpty()) {
            hashing.matchNobody(password);
            return Optional.empty();
        }
        var user = found.get();
        if (!hashing.matches(password, user.passwordHash)) {
            return Optional.empty();
        }
        if (hashing.isOutdated(user.passwordHash)) {
            user.strengthenHash(hashing.hash(password));
        }
        return Optional.of(UserView.of(user));
    }

    /** Takes as long as {@link #authenticate} of somebody: for organisations that do not exist. */
    public void authenticateNobody(String password) {
        hashing.matchNobody(password);
    }

    private void requireTeam(@Nullable UUID teamId) {
        if (teamId != null && queries.countTeams(teamId) == 0) {
            throw InvalidRequest.field("/teamId", "team-unknown");
        }
    }
}
