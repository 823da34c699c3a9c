package io.huikuan.plan;

import io.huikuan.plan.PlanMakingResource.Of;
import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import io.huikuan.preview.Attempt;
import io.huikuan.preview.StepTaking;
import io.huikuan.preview.StepTaking.Asked;
import io.huikuan.preview.VersionedAttempt;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/contracts/{id}/plan/versions")
@Tag(name = "plans")
class ReplanningResource {
    private final Replanning replanning;
    private final StepTaking steps;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    ReplanningResource(
            Replanning replanning, StepTaking steps, Conditional conditional, CurrentViewer viewer, Clock clock) {
        this.replanning = replanning;
        this.steps = steps;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "PlanDecision")
    record Decision(
            @NotBlank @Size(max = 500) @Schema(required = true, example = "与客户电话确认过")
            String note) {}

    @POST
    @RolesAllowed({Role.FINANCE_ROLE, Role.ADMIN_ROLE, Role.INTEGRATION_ROLE})
    @Operation(
            summary = "Make a new version of a plan",
            description =
                    "Names all lines as they are to be. A line that stays keeps its receivable; one with another date "
                            + "only is rescheduled; what is split or changed is taken off its receivable as far as it is open, "
                            + "and billed anew. What was paid counts towards the lines that go on from it. What moves more than "
                            + "one person may, or plans less than before, is proposed and waits for approval.")
    public RestResponse<PlanView> replan(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @BeanParam Attempt attempt,
            @Valid @NotNull NewPlanVersion request) {
        var who = viewer.get();
        var now = clock.instant();
        var asked = attempt.at("replan", new Of(id, request), () -> List.of(replanning.payerOf(who, id)));
        return once(
                who,
                asked,
                id,
                now,
                () -> replanning.replan(
                        who,
                        id,
                        request,
                        present -> conditional.require(ifMatch, present.revision(), request, () -> present),
                        who.today(clock),
                        now));
    }

    @POST
    @Path("/{number}/approval")
    @RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "Approve a version that was proposed",
            description =
                    "By another person than who proposed it. It comes into force as things stand now: what was paid "
                            + "meanwhile counts.")
    public RestResponse<PlanView> approvePlanVersion(
            @RestPath UUID id,
            @RestPath @Parameter(example = "2") int number,
            @BeanParam VersionedAttempt attempt,
            @Valid @NotNull Decision request) {
        var who = viewer.get();
        var now = clock.instant();
        return once(
                who,
                decision(who, attempt, "approvePlanVersion", id, new Decided(number, request)),
                id,
                now,
                () -> replanning.approve(who, id, number, request.note(), who.today(clock), now));
    }

    @POST
    @Path("/{number}/refusal")
    @RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "Refuse a version that was proposed",
            description = "The plan stays as it is. Who proposed it may take it back so.")
    public RestResponse<PlanView> refusePlanVersion(
            @RestPath UUID id,
            @RestPath @Parameter(example = "2") int number,
            @BeanParam VersionedAttempt attempt,
            @Valid @NotNull Decision request) {
        var who = viewer.get();
        var now = clock.instant();
        return once(
                who,
                decision(who, attempt, "refusePlanVersion", id, new Decided(number, request)),
                id,
                now,
                () -> replanning.refuse(who, id, number, request.note(), who.today(clock), now));
    }

    private record Decided(int number, Decision decision) {}

    private Asked decision(Viewer who, VersionedAttempt attempt, String operation, UUID contractId, Decided decided) {
        return attempt.at(
                operation,
                new Of(contractId, decided),
                () -> List.of(replanning.payerOf(who, contractId)),
                () -> replanning.lock(who, contractId));
    }

    private RestResponse<PlanView> once(
            Viewer who, Asked asked, UUID contractId, Instant now, Supplier<PlanView> work) {
        return steps.take(who, asked, now, PlanView.class, () -> {
            var plan = work.get();
            return new Idempotency.Answer<>(plan, plan.revision(), PlanMakingResource.placeOf(contractId));
        });
    }
}
