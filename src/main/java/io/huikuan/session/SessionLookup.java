package io.huikuan.session;

import io.huikuan.platform.OrganisationScope;
import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import io.huikuan.team.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;

/** Finds who is behind a live session. */
@ApplicationScoped
public class SessionLookup {
    /** The viewer, and whether a password of somebody else's choice still has to be changed. */
    public record Found(Viewer viewer, boolean mustChangePassword) {}

    private final SessionQueries queries;
    private final Sight sight;
    private final OrganisationScope scope;

    SessionLookup(SessionQueries queries, Sight sight, OrganisationScope scope) {
        this.queries = queries;
        this.sight = sight;
        this.scope = scope;
    }

    /** Empty when the session has ended or is not the user's. */
    @Transactional
    public Optional<Found> find(UUID organisationId, UUID sessionId, UUID userId, Instant now) {
        return scope.within(
                organisationId,
                () -> queries.signedIn(organisationId, sessionId, userId, now).stream()
                        .findFirst()
                        .map(row -> found(organisationId, userId, row)));
    }

    private Found found(UUID organisationId, UUID userId, SessionQueries.SignedIn row) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(row.roles().split(",")).map(Role::valueOf).forEach(roles::add);
        var absent = Arrays.stream(row.absent().split(","))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .toList();
        var viewer = sight.viewer(organisationId, userId, roles, ZoneId.of(row.timeZone()), absent);
        return new Found(viewer, row.mustChangePassword());
    }
}
