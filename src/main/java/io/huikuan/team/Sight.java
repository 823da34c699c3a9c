package io.huikuan.team;

import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Decides whom somebody may see: themselves and whom they stand in for, everybody below these; finance, admins and integrations everybody.
 */
@ApplicationScoped
public class Sight {
    private static final Set<Role> SEEING_ALL = Set.of(Role.FINANCE, Role.ADMIN, Role.INTEGRATION);

    private final TeamQueries queries;

    Sight(TeamQueries queries) {
        this.queries = queries;
    }

    /** @param absent whom the user stands in for today, which takes all of their roles */
    @Transactional
    public Viewer viewer(UUID organisationId, UUID userId, Set<Role> roles, ZoneId zone, List<UUID> absent) {
        var owners = new LinkedHashSet<UUID>();
        owners.add(userId);
        owners.addAll(absent);
        if (roles.contains(Role.MANAGER)) {
            queries.below(organisationId, owners.toArray(UUID[]::new)).stream()
                    .map(TeamQueries.Member::id)
                    .forEach(owners::add);
        }
        boolean seesAll = roles.stream().anyMatch(SEEING_ALL::contains);
        return new Viewer(organisationId, userId, roles, seesAll, List.copyOf(owners), zone, absent);
    }
}
