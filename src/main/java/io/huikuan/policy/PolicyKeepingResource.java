package io.huikuan.policy;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/reminder-policies")
@Tag(name = "reminder-policies")
@RolesAllowed(Role.ADMIN_ROLE)
class PolicyKeepingResource {
    private final PolicyKeeping keeping;
    private final Idempotency idempotency;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    PolicyKeepingResource(
            PolicyKeeping keeping,
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
            summary = "Write a reminder policy",
            description =
                    "Refused where a step could never be sent, or two would be sent on one day. Nobody follows it until it is assigned.")
    public RestResponse<PolicyView> createReminderPolicy(
            @RestHeader("Idempotency-Key") @Nullable String key, @Valid @NotNull PolicyDetails request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(who, key, "createReminderPolicy", request, now, PolicyView.class, () -> {
            var policy = keeping.create(who, request, now);
            return new Idempotency.Answer<>(policy, policy.version(), "/api/v1/reminder-policies/" + policy.id());
        });
    }

    @PUT
    @Path("/{id}")
    @Operation(
            summary = "Write the next version of a reminder policy",
            description = "Earlier decisions go on naming the version that they followed.")
    public RestResponse<PolicyView> rewriteReminderPolicy(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PolicyDetails request) {
        var policy = keeping.rewrite(
                viewer.get(),
                id,
                request,
                present -> conditional.require(ifMatch, present.version(), request, () -> present),
                clock.instant());
        return conditional.changed(policy.version(), policy);
    }
}
