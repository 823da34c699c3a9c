package io.huikuan.plan;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import io.huikuan.rules.Milestone;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/contracts/{id}")
@Tag(name = "plans")
@RolesAllowed({Role.FINANCE_ROLE, Role.ADMIN_ROLE, Role.INTEGRATION_ROLE})
class PlanMakingResource {
    private final PlanMaking making;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    PlanMakingResource(PlanMaking making, Idempotency idempotency, CurrentViewer viewer, Clock clock) {
        this.making = making;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "NewMilestone")
    record NewMilestone(
            @NotNull @Schema(required = true, example = "DELIVERY", description = "`DELIVERY` or `ACCEPTANCE`.")
            Milestone kind,

            @NotNull @Schema(required = true, example = "2026-11-20")
            LocalDate reachedOn) {}

    /** A key is for one contract: with another one it is another request. */
    record Of(UUID contractId, Object request) {}

    @POST
    @Path("/plan")
    @Operation(
            summary = "Plan how a contract is paid",
            description =
                    "By a template of payment terms, or line by line. What has a date is billed at once, as receivables "
                            + "of the contract; what waits for delivery or acceptance is billed when that is reached.")
    public RestResponse<PlanView> createPlan(
            @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String key, @Valid @NotNull NewPlan request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(who, key, "createPlan", new Of(id, request), now, PlanView.class, () -> {
            var plan = making.make(who, id, request, who.today(clock), now);
            return new Idempotency.Answer<>(plan, plan.revision(), placeOf(id));
        });
    }

    @POST
    @Path("/milestones")
    @Operation(
            summary = "Tell that a contract was delivered, or accepted",
            description =
                    "The lines of its plan that wait for it get their dates, and are billed. The same again changes "
                            + "nothing.")
    public RestResponse<PlanView> reachMilestone(
            @RestPath UUID id,
            @RestHeader("Idempotency-Key") @Nullable String key,
            @Valid @NotNull NewMilestone request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(who, key, "reachMilestone", new Of(id, request), now, PlanView.class, () -> {
            var plan = making.reach(who, id, request.kind(), request.reachedOn(), who.today(clock), now);
            return new Idempotency.Answer<>(plan, plan.revision(), placeOf(id));
        });
    }

    static String placeOf(UUID contractId) {
        return "/api/v1/contracts/" + contractId + "/plan";
    }
}
