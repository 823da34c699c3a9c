package io.huikuan.waiver;

import static java.util.Objects.requireNonNullElse;

import io.huikuan.adjustment.AdjustmentDeciding;
import io.huikuan.adjustment.AdjustmentKind;
import io.huikuan.adjustment.AdjustmentReading;
import io.huikuan.adjustment.AdjustmentView;
import io.huikuan.adjustment.Decision;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import io.huikuan.preview.StepTaking;
import io.huikuan.preview.VersionedAttempt;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/interest-waivers/{id}/reversal")
@Tag(name = "interest")
@RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE})
class WaiverReversalResource {
    private static final AdjustmentKind KIND = AdjustmentKind.WAIVER;

    private final AdjustmentDeciding deciding;
    private final AdjustmentReading reading;
    private final StepTaking steps;
    private final CurrentViewer viewer;
    private final Clock clock;

    WaiverReversalResource(
            AdjustmentDeciding deciding,
            AdjustmentReading reading,
            StepTaking steps,
            CurrentViewer viewer,
            Clock clock) {
        this.deciding = deciding;
        this.reading = reading;
        this.steps = steps;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** A key is for one waiver: with another one it is another request. */
    private record Of(UUID id, Decision.Reversal request) {}

    @POST
    @Operation(
            summary = "Take a waiver back",
            description = "What was waived is due again as of the day of the reversal.")
    public RestResponse<AdjustmentView> reverseInterestWaiver(
            @RestPath UUID id, @BeanParam VersionedAttempt attempt, @Valid @NotNull Decision.Reversal request) {
        var who = viewer.get();
        var now = clock.instant();
        var today = who.today(clock);
        var asked = attempt.at(
                "reverseInterestWaiver",
                new Of(id, request),
                () -> List.of(reading.one(who, KIND, id).customerId()),
                () -> deciding.lock(who, KIND, id));
        return steps.take(who, asked, now, AdjustmentView.class, () -> {
            var effectiveOn = requireNonNullElse(request.effectiveOn(), today);
            deciding.reverse(who, KIND, id, request.reason(), effectiveOn, today, now);
            var waiver = reading.one(who, KIND, id);
            return new Idempotency.Answer<>(waiver, waiver.version(), "/api/v1/interest-waivers/" + id);
        });
    }
}
