package io.huikuan.subscription;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What the caller has a robot or webhook told regularly. */
@Path("/channel-targets/{targetId}/subscriptions")
@Tag(name = "channel-targets")
@RolesAllowed({Role.MANAGER_ROLE, Role.ADMIN_ROLE})
class TargetSubscriptionResource {
    private final Subscribing subscribing;
    private final CurrentViewer viewer;
    private final Clock clock;

    TargetSubscriptionResource(Subscribing subscribing, CurrentViewer viewer, Clock clock) {
        this.subscribing = subscribing;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "ChannelTargetSubscriptionList")
    record TargetSubscriptionList(@Schema(required = true) List<TargetSubscriptionRequest.View> items) {}

    @GET
    @Reading
    @Operation(summary = "What the caller has a robot or webhook told regularly")
    public TargetSubscriptionList listChannelTargetSubscriptions(@RestPath UUID targetId) {
        return new TargetSubscriptionList(subscribing.ofTarget(viewer.get(), targetId));
    }

    @PUT
    @Path("/{kind}")
    @Operation(
            summary = "Have a robot or webhook told something regularly",
            description =
                    "In place of what the caller had set for this kind before. The numbers are those that the API gives the caller at that moment, so that a manager's are of the manager's team. Counts only, unless the target may name customers: then as many lines as a letter has. Ends with the target; nothing is told while the caller is not active.")
    public TargetSubscriptionRequest.View setChannelTargetSubscription(
            @RestPath UUID targetId,
            @RestPath TargetSubscriptionRequest.Kind kind,
            @Valid @NotNull TargetSubscriptionRequest request) {
        return subscribing.subscribeTarget(viewer.get(), targetId, kind, request, clock.instant());
    }

    @DELETE
    @Path("/{kind}")
    @Operation(summary = "Have a robot or webhook told no more")
    public void endChannelTargetSubscription(@RestPath UUID targetId, @RestPath TargetSubscriptionRequest.Kind kind) {
        subscribing.endTarget(viewer.get(), targetId, kind, clock.instant());
    }
}
