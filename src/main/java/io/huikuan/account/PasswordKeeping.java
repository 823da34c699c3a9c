package io.huikuan.account;

import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps the passwords of people, and says whether somebody knows theirs. */
@ApplicationScoped
public class PasswordKeeping {
    private final Users users;
    private final UserQueries queries;
    private final PasswordHashing hashing;
    private final UserTrail trail;

    PasswordKeeping(Users users, UserQueries queries, PasswordHashing hashing, UserTrail trail) {
        this.users = users;
        this.queries = queries;
        this.hashing = hashing;
        this.trail = trail;
    }

    /** Sets a password that the person must change at the next sign-in. */
    @Transactional
    public void resetPassword(Viewer viewer, UUID id, String password, Instant now) {
        var user = users.findByIdOptional(id).orElseThrow(NotFound::new);
        PasswordRules.check("/password", password, user.username);
        user.resetPassword(hashing.hash(password));
        trail.recordRevoking(viewer.organisationId(), viewer.userId(), "user.password-reset", id, now);
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
        trail.recordRevoking(viewer.organisationId(), user.id, "user.password-changed", user.id, now);
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
}
