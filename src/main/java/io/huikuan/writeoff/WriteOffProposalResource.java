package io.huikuan.writeoff;

import io.huikuan.adjustment.AdjustmentKind;
import io.huikuan.adjustment.AdjustmentProposing;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/write-offs")
@Tag(name = "write-offs")
@RolesAllowed(Role.FINANCE_ROLE)
class WriteOffProposalResource {
    private final AdjustmentProposing proposing;
    private final AdjustmentReading reading;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    WriteOffProposalResource(
            AdjustmentProposing proposing,
            AdjustmentReading reading,
            Idempotency idempotency,
            CurrentViewer viewer,
            Clock clock) {
        this.proposing = proposing;
        this.reading = reading;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Ask for receivables to be written off",
            description =
                    "It counts once a second person has approved it. It is not collected; where money for such a receivable comes after all, as "
                            + "much of it is taken back.")
    public RestResponse<AdjustmentView> createWriteOff(
            @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, @Valid @NotNull WriteOffRequest request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(who, idempotencyKey, "createWriteOff", request, now, AdjustmentView.class, () -> {
            var today = who.today(clock);
            var id = proposing.propose(who, request.wanted(today), today, now);
            var writeOff = reading.one(who, AdjustmentKind.WRITE_OFF, id);
            return new Idempotency.Answer<>(writeOff, writeOff.version(), "/api/v1/write-offs/" + id);
        });
    }
}
