package io.huikuan.device;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Apart from the list, for its path lies below that of people. */
@Path("/users/{id}/reachability")
@Tag(name = "devices")
@RolesAllowed({Role.MANAGER_ROLE, Role.ADMIN_ROLE})
class PersonReachabilityResource {
    private final ReachabilityQueries queries;
    private final CurrentViewer viewer;
    private final Clock clock;

    PersonReachabilityResource(ReachabilityQueries queries, CurrentViewer viewer, Clock clock) {
        this.queries = queries;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Reading
    @Operation(summary = "Whether one person can be reached, and why not")
    public ReachabilityResource.ReachabilityView getReachability(@RestPath UUID id) {
        var who = viewer.get();
        return queries
                .people(
                        who.organisationId(),
                        who.seesAll(),
                        who.owners(),
                        id,
                        clock.instant().minus(ReachabilityResource.LATELY),
                        null,
                        1)
                .stream()
                .findFirst()
                .map(ReachabilityResource.ReachabilityView::of)
                .orElseThrow(NotFound::new);
    }
}
