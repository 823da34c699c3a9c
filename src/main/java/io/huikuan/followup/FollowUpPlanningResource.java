package io.huikuan.followup;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/follow-ups")
@Tag(name = "follow-ups")
class FollowUpPlanningResource {
    private final FollowUpPlanning planning;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    FollowUpPlanningResource(FollowUpPlanning planning, Idempotency idempotency, CurrentViewer viewer, Clock clock) {
        this.planning = planning;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "NewFollowUp")
    record WantedFollowUp(
            @Nullable UUID id,
            @NotNull @Schema(required = true) UUID customerId,

            @Nullable @Schema(description = "One of the customer's.")
            UUID receivableId,

            @NotBlank @Size(max = 200) @Schema(required = true, example = "Call about invoice 6741")
            String subject,

            @Nullable @Size(max = 2000) @Schema(example = "Pays at the month's end")
            String note,

            @NotNull @Schema(required = true, example = "2026-11-22")
            LocalDate dueOn,

            @Schema(description = "NORMAL where absent.") NewFollowUp.@Nullable Priority priority,

            @Nullable @Schema(description = "Who is to do it; the caller where absent.")
            UUID assigneeId,

            @Nullable
            @Pattern(regexp = FollowUpTime.PATTERN)
            @Schema(description = FollowUpTime.DUE_TIME, example = "14:30")
            String dueTime,

            @Nullable
            @Min(FollowUpTime.LEAST_NAG_MINUTES)
            @Max(FollowUpTime.MOST_NAG_MINUTES)
            @Schema(description = FollowUpTime.NAG_MINUTES, example = "30")
            Integer nagMinutes) {
        NewFollowUp by(UUID caller) {
            return new NewFollowUp(
                    id,
                    customerId,
                    receivableId,
                    assigneeId == null ? caller : assigneeId,
                    subject,
                    note,
                    dueOn,
                    priority == null ? NewFollowUp.Priority.NORMAL : priority,
                    NewFollowUp.Origin.MANUAL,
                    FollowUpTime.of(dueTime, nagMinutes),
                    nagMinutes,
                    null);
        }
    }

    @POST
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE})
    @Operation(summary = "Plan a next step")
    public RestResponse<FollowUpView> createFollowUp(
            @RestHeader("Idempotency-Key") @Nullable String key, @Valid @NotNull WantedFollowUp request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(who, key, "createFollowUp", request, now, FollowUpView.class, () -> {
            var task = planning.plan(who, request.by(who.userId()), now);
            return new Idempotency.Answer<>(task, task.version(), "/api/v1/follow-ups/" + task.id());
        });
    }
}
