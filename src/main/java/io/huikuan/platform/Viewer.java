package io.huikuan.platform;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who is asking, and whose customers they may see. Resolved once a request; an argument of every query that returns
 * customer data, so that lists, totals and exports share one predicate:
 *
 * <pre>{@code (:all = true or :owners contains x.ownerId)}</pre>
 *
 * @param sight the viewer, whom they stand in for and, of managers among these, everybody below: whose customers are visible even where
 *     {@code seesAll} is not
 * @param zone of the organisation; decides what "today" is
 * @param seesAll true for finance, admins and integrations, who see the whole organisation
 * @param absent whom the viewer stands in for today
 */
public record Viewer(
        UUID organisationId,
        UUID userId,
        Set<Role> roles,
        boolean seesAll,
        List<UUID> sight,
        ZoneId zone,
        List<UUID> absent) {
    public Viewer {
        roles = Set.copyOf(roles);
        sight = List.copyOf(sight);
        absent = List.copyOf(absent);
    }

    /** Who stands in for nobody. */
    public Viewer(UUID organisationId, UUID userId, Set<Role> roles, boolean seesAll, List<UUID> sight, ZoneId zone) {
        this(organisationId, userId, roles, seesAll, sight, zone, List.of());
    }

    /** {@code sight}, as queries take it. */
    public UUID[] owners() {
        return sight.toArray(UUID[]::new);
    }

    /** Whose notices and tasks are the viewer's today: the viewer's own, and those of whom they stand in for. */
    public UUID[] standsInFor() {
        return Stream.concat(Stream.of(userId), absent.stream()).toArray(UUID[]::new);
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
