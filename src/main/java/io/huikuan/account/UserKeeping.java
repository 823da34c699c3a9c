package io.huikuan.account;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets people in, and changes what they may do. */
@ApplicationScoped
public class UserKeeping {
    private final Users users;
    private final UserQueries queries;
    private final PasswordHashing hashing;
    private final UserTrail trail;
    private final Conditional conditional;

    UserKeeping(Users users, UserQueries queries, PasswordHashing hashing, UserTrail trail, Conditional conditional) {
        this.users = users;
        this.queries = queries;
        this.hashing = hashing;
        this.trail = trail;
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
        trail.record(organisationId, actorId, "user.created", user.id, details, now);
        return UserView.of(user);
    }

    /** @throws NotFound when there is no such user */
    @Transactional
    public UserView change(Viewer viewer, UUID id, @Nullable String ifMatch, ChangedUser change, Instant now) {
        var user = users.findByIdOptional(id).orElseThrow(NotFound::new);
        conditional.require(ifMatch, user.version, change, () -> UserView.of(user));
        requireTeam(change.teamId());
        boolean leaves = user.active && Boolean.FALSE.equals(change.active());
        user.change(change);
        users.flush();
        var details = Map.of("roles", user.roles(), "active", user.active, "team", String.valueOf(user.teamId));
        trail.record(viewer.organisationId(), viewer.userId(), "user.changed", id, details, now);
        if (leaves) {
            trail.recordRevoking(viewer.organisationId(), viewer.userId(), "user.deactivated", id, now);
        }
        return UserView.of(user);
    }

    private void requireTeam(@Nullable UUID teamId) {
        if (teamId != null && queries.countTeams(teamId) == 0) {
            throw InvalidRequest.field("/teamId", "team-unknown");
        }
    }
}
