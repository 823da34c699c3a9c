package io.huikuan.followup;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/follow-ups/{id}")
@Tag(name = "follow-ups")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE})
class FollowUpNaggingResource {
    private final FollowUpNagging nagging;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    FollowUpNaggingResource(FollowUpNagging nagging, Conditional conditional, CurrentViewer viewer, Clock clock) {
        this.nagging = nagging;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "FollowUpSnooze")
    record Snooze(
            @NotNull @Schema(required = true, description = "Ahead.", example = "2099-02-11T06:30:00Z")
            Instant until) {}

    @POST
    @Path("/acknowledgement")
    @Operation(
            summary = "Say that one knows of a next step",
            description =
                    "Nobody is told of it again, unless it is put to another time or snoozed. It stays to be done.")
    public RestResponse<FollowUpView> acknowledgeFollowUp(@RestPath UUID id) {
        var task = nagging.acknowledge(viewer.get(), id, clock.instant());
        return conditional.changed(task.version(), task);
    }

    @POST
    @Path("/snooze")
    @Operation(
            summary = "Be told of a next step later",
            description =
                    "At that moment, or when work begins after it; then on as before, until somebody acknowledges it.")
    public RestResponse<FollowUpView> snoozeFollowUp(@RestPath UUID id, @Valid @NotNull Snooze request) {
        var task = nagging.snooze(viewer.get(), id, request.until(), clock.instant());
        return conditional.changed(task.version(), task);
    }
}
