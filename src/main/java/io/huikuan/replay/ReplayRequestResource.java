package io.huikuan.replay;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/reminder-policy-replays")
@Tag(name = "reminder-policies")
@RolesAllowed(Role.ADMIN_ROLE)
class ReplayRequestResource {
    private final ReplayBook book;
    private final ReplayJob job;
    private final CurrentViewer viewer;
    private final Clock clock;

    ReplayRequestResource(ReplayBook book, ReplayJob job, CurrentViewer viewer, Clock clock) {
        this.book = book;
        this.job = job;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "PolicyReplayBegun")
    record Begun(@Schema(required = true) UUID id) {}

    @POST
    @APIResponse(responseCode = "202", description = "The replay has begun.")
    @Operation(
            summary = "Try a policy out on the past months",
            description =
                    "Counts which notices would be added, removed and moved, by person and customer, and tells nobody anything. "
                            + "It takes no `Idempotency-Key`: a second one finds the same.")
    public RestResponse<Begun> startPolicyReplay(@Valid @NotNull WantedReplay request) {
        var who = viewer.get();
        var id = book.request(who, request, who.today(clock), clock.instant());
        job.start(who.organisationId(), id);
        return RestResponse.ResponseBuilder.<Begun>create(RestResponse.Status.ACCEPTED)
                .entity(new Begun(id))
                .header(HttpHeaders.LOCATION, "/api/v1/reminder-policy-replays/" + id)
                .build();
    }
}
