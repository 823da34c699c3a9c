package io.huikuan.creditnote;

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

@Path("/credit-notes")
@Tag(name = "credit-notes")
@RolesAllowed({Role.FINANCE_ROLE, Role.INTEGRATION_ROLE})
class CreditNoteProposalResource {
    private final AdjustmentProposing proposing;
    private final AdjustmentReading reading;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    CreditNoteProposalResource(
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
            summary = "Ask for a credit note",
            description =
                    "It counts once a second person has approved it: it settles the receivables named here, and what is left stays to "
                            + "the customer's credit, to be allocated later.")
    public RestResponse<AdjustmentView> createCreditNote(
            @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, @Valid @NotNull CreditNoteRequest request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(who, idempotencyKey, "createCreditNote", request, now, AdjustmentView.class, () -> {
            var today = who.today(clock);
            var id = proposing.propose(who, request.wanted(today), today, now);
            var creditNote = reading.one(who, AdjustmentKind.CREDIT_NOTE, id);
            return new Idempotency.Answer<>(creditNote, creditNote.version(), "/api/v1/credit-notes/" + id);
        });
    }
}
