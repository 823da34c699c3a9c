package io.huikuan.waiver;

import io.huikuan.adjustment.AdjustmentKind;
import io.huikuan.adjustment.AdjustmentReading;
import io.huikuan.adjustment.AdjustmentView;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

@Path("/receivables/{id}/interest-waivers")
@Tag(name = "interest")
@RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE})
class WaivingResource {
    private final Waiving waiving;
    private final AdjustmentReading reading;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    WaivingResource(
            Waiving waiving, AdjustmentReading reading, Idempotency idempotency, CurrentViewer viewer, Clock clock) {
        this.waiving = waiving;
        this.reading = reading;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** A key is for one receivable: with another one it is another request. */
    private record Of(UUID receivableId, WaiverRequest request) {}

    @POST
    @Operation(
            summary = "Waive interest or a fee",
            description =
                    "By finance, or by a manager of the customer's owner; at most what is due today. It is not collected, and can be "
                            + "taken back.")
    public RestResponse<AdjustmentView> createInterestWaiver(
            @RestPath UUID id,
            @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
            @Valid @NotNull WaiverRequest request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(
                who, idempotencyKey, "createInterestWaiver", new Of(id, request), now, AdjustmentView.class, () -> {
                    var waiver = waiving.waive(
                            who, id, request.debt(), request.amount(), request.reason(), who.today(clock), now);
                    var view = reading.one(who, AdjustmentKind.WAIVER, waiver);
                    return new Idempotency.Answer<>(view, view.version(), "/api/v1/interest-waivers/" + waiver);
                });
    }
}
