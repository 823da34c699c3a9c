package io.huikuan.target;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/channel-targets")
@Tag(name = "channel-targets")
@RolesAllowed(Role.ADMIN_ROLE)
class TargetKeepingResource {
    private final TargetKeeping keeping;
    private final Idempotency idempotency;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    TargetKeepingResource(
            TargetKeeping keeping,
            Idempotency idempotency,
            Conditional conditional,
            CurrentViewer viewer,
            Clock clock) {
        this.keeping = keeping;
        this.idempotency = idempotency;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Have a robot of a work chat or a webhook told",
            description = "Its URL has to be https and at a host that the operator allows.")
    public RestResponse<TargetView> createChannelTarget(
            @RestHeader("Idempotency-Key") @Nullable String key, @Valid @NotNull NewTarget request) {
        var who = viewer.get();
        var now = clock.instant();
        var known = request.withoutSecrets();
        return idempotency.once(who, key, "createChannelTarget", known, now, TargetView.class, () -> {
            var target = keeping.create(who, request, now);
            return new Idempotency.Answer<>(target, target.version(), "/api/v1/channel-targets/" + target.id());
        });
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            summary = "Rename a robot or webhook, or give it another URL or secret",
            description = "Only the fields that are sent are changed.")
    public RestResponse<TargetView> changeChannelTarget(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ChangedTarget request) {
        var target = keeping.change(viewer.get(), id, ifMatch, request, clock.instant());
        return conditional.changed(target.version(), target);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Tell a robot or webhook nothing more",
            description = "Its URL and its secrets are forgotten; what is still on its way to it is given up.")
    public void removeChannelTarget(@RestPath UUID id) {
        keeping.remove(viewer.get(), id, clock.instant());
    }
}
