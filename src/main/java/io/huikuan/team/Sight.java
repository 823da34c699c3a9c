package io.huikuan.team;

import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;

/** Decides whom somebody may see: themselves, everybody below them; finance, admins and integrations everybody. */
@ApplicationScoped
public class Sight {
    private static final Set<Role> SEEING_ALL = Set.of(Role.FINANCE, Role.ADMIN, Role.INTEGRATION);

    private final TeamQueries queries;

    Sight(TeamQueries queries) {
        this.queries = queries;
    }

    @Transactional
    public Viewer viewer(UUID organisationId, UUID userId, Set<Role> roles, ZoneId zone) {
        var owners = new ArrayList<UUID>();
        owners.add(userId);
        if (roles.contains(Role.MANAGER)) {
            queries.below(organisationId, userId).stream()
                    .map(TeamQueries.Member::id)
                    .filter(owner -> !owner.equals(userId))
                    .forEach(owners::add);
        }
        return new Viewer(organisationId, userId, roles, roles.stream().anyMatch(SEEING_ALL::contains), owners, zone);
    }
}
