package io.huikuan.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whom of their people a manager can count on being told. */
@Path("/reachability")
@Tag(name = "devices")
@RolesAllowed({Role.MANAGER_ROLE, Role.ADMIN_ROLE})
class ReachabilityResource {
    static final Duration LATELY = Duration.ofDays(14);

    private final ReachabilityQueries queries;
    private final CurrentViewer viewer;
    private final Clock clock;

    ReachabilityResource(ReachabilityQueries queries, CurrentViewer viewer, Clock clock) {
        this.queries = queries;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "Reachability")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReachabilityView(
            @Schema(required = true, description = "The person's.")
            UUID id,

            @Schema(required = true, example = "王芳") String displayName,
            @Schema(required = true) Reachability push,

            @Schema(required = true, description = "Phones and browsers that are signed in.", example = "1")
            int devices,

            @Nullable @Schema(description = "When one of them last showed itself.")
            Instant lastSeenAt,

            @Schema(required = true, description = "Has said where e-mail goes.")
            boolean email,

            @Schema(required = true, description = "Has said where SMS goes.")
            boolean phone) {
        static ReachabilityView of(ReachabilityQueries.Row row) {
            return new ReachabilityView(
                    row.id(),
                    row.displayName(),
                    Reachability.valueOf(row.reachability()),
                    row.devices(),
                    row.lastSeenAt(),
                    row.email(),
                    row.phone());
        }
    }

    @GET
    @Reading
    @Operation(summary = "Whether the caller's people can be reached, and why not")
    public Page<ReachabilityView> listReachability(@BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        var rows = queries.people(
                who.organisationId(),
                who.seesAll(),
                who.owners(),
                null,
                clock.instant().minus(LATELY),
                page.cursor().map(cursor -> cursor.id(0)).orElse(null),
                page.rows());
        return Page.of(rows, page, row -> List.of(row.id())).map(ReachabilityView::of);
    }
}
