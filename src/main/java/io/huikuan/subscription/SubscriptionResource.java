package io.huikuan.subscription;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import io.huikuan.subscription.SubscriptionRequest.SubscriptionView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What the caller has asked to be told regularly. */
@Path("/me/subscriptions")
@Tag(name = "me")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class SubscriptionResource {
    private final Subscribing subscribing;
    private final CurrentViewer viewer;
    private final Clock clock;

    SubscriptionResource(Subscribing subscribing, CurrentViewer viewer, Clock clock) {
        this.subscribing = subscribing;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "SubscriptionList")
    record SubscriptionList(@Schema(required = true) List<SubscriptionView> items) {}

    @GET
    @Reading
    @Operation(summary = "What the caller is told regularly")
    public SubscriptionList listMySubscriptions() {
        return new SubscriptionList(subscribing.of(viewer.get()));
    }

    @PUT
    @Path("/{kind}")
    @Operation(
            summary = "Be told something regularly",
            description =
                    "In place of what was set for this kind before. The numbers are those that the API gives the caller at that moment.")
    public SubscriptionView setMySubscription(
            @RestPath SubscriptionKind kind, @Valid @NotNull SubscriptionRequest request) {
        return subscribing.subscribe(viewer.get(), kind, request, clock.instant());
    }

    @DELETE
    @Path("/{kind}")
    @Operation(summary = "Be told no more")
    public void endMySubscription(@RestPath SubscriptionKind kind) {
        subscribing.end(viewer.get(), kind, clock.instant());
    }
}
