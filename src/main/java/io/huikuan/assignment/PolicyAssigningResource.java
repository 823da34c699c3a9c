package io.huikuan.assignment;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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

@Path("/reminder-policy-assignments")
@Tag(name = "reminder-policies")
@RolesAllowed(Role.ADMIN_ROLE)
class PolicyAssigningResource {
    private final PolicyAssigning assigning;
    private final Idempotency idempotency;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    PolicyAssigningResource(
            PolicyAssigning assigning,
            Idempotency idempotency,
            Conditional conditional,
            CurrentViewer viewer,
            Clock clock) {
        this.assigning = assigning;
        this.idempotency = idempotency;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Say which reminder policy is followed, or that nobody is reminded",
            description =
                    "By a contract, a customer, a class of customers or the organisation: the most specific one that has not ended wins.")
    public RestResponse<AssignmentView> createPolicyAssignment(
            @RestHeader("Idempotency-Key") @Nullable String key, @Valid @NotNull AssignmentDetails request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(who, key, "createPolicyAssignment", request, now, AssignmentView.class, () -> {
            var assignment = assigning.assign(who, request, who.today(clock), now);
            return new Idempotency.Answer<>(
                    assignment, assignment.version(), "/api/v1/reminder-policy-assignments/" + assignment.id());
        });
    }

    @PUT
    @Path("/{id}")
    @Operation(
            summary = "Have another reminder policy followed, or none",
            description = "For the same scope: what it is about can't be changed.")
    public RestResponse<AssignmentView> replacePolicyAssignment(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull AssignmentDetails request) {
        var who = viewer.get();
        var assignment = assigning.change(
                who,
                id,
                request,
                present -> conditional.require(ifMatch, present.version(), request, () -> present),
                who.today(clock),
                clock.instant());
        return conditional.changed(assignment.version(), assignment);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Take a reminder policy's assignment back",
            description = "What is less specific is followed again.")
    public void deletePolicyAssignment(@RestPath UUID id, @RestHeader("If-Match") @Nullable String ifMatch) {
        assigning.remove(
                viewer.get(), id, present -> Conditional.requireWhereTold(ifMatch, present::version), clock.instant());
    }
}
