package io.huikuan.platform;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who is asking, and whose customers they may see. Resolved once a request; an argument of every query that returns
 * customer data, so that lists, totals and exports share one predicate:
 *
 * <pre>{@code (:all = true or :owners contains x.ownerId)}</pre>
 *
 * @param sight the viewer and, of a manager, everybody below: whose customers are visible even where {@code seesAll} is not
 * @param zone of the organisation; decides what "today" is
 * @param seesAll true for finance, admins and integrations, who see the whole organisation
 */
public record Viewer(
        UUID organisationId, UUID userId, Set<Role> roles, boolean seesAll, List<UUID> sight, ZoneId zone) {
    public Viewer {
        roles = Set.copyOf(roles);
        sight = List.copyOf(sight);
    }

    /** {@code sight}, as queries take it. */
    public UUID[] owners() {
        return sight.toArray(UUID[]::new);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** The organisation's business date. */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /**
     * True where the viewer may work on what this owner has: their own and their team's; admins and integrations on everything. Finance
     * sees all and works on none of it, whatever else the same person is.
     */
    public boolean worksOn(UUID ownerId) {
        return is(Role.ADMIN) || is(Role.INTEGRATION) || sight.contains(ownerId);
    }

    /** True where rows of this owner are the viewer's to see. */
    public boolean sees(UUID ownerId) {
        return seesAll || sight.contains(ownerId);
    }
}
