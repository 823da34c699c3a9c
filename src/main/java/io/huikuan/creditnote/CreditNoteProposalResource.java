package io.huikuan.creditnote;

import io.huikuan.adjustment.AdjustmentAsking;
import io.huikuan.adjustment.AdjustmentView;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import io.huikuan.preview.Attempt;
import io.huikuan.preview.StepTaking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/credit-notes")
@Tag(name = "credit-notes")
@RolesAllowed({Role.FINANCE_ROLE, Role.INTEGRATION_ROLE})
class CreditNoteProposalResource {
    private final AdjustmentAsking asking;
    private final StepTaking steps;
    private final CurrentViewer viewer;
    private final Clock clock;

    CreditNoteProposalResource(AdjustmentAsking asking, StepTaking steps, CurrentViewer viewer, Clock clock) {
        this.asking = asking;
        this.steps = steps;
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Ask for a credit note",
            description =
                    "It counts once a second person has approved it: it settles the receivables named here, and what is left stays to "
                            + "the customer's credit, to be allocated later. A dry run tells what it comes to once it is approved.")
    public RestResponse<AdjustmentView> createCreditNote(
            @BeanParam Attempt attempt, @Valid @NotNull CreditNoteRequest request) {
        var who = viewer.get();
        var now = clock.instant();
        var asked = attempt.at("createCreditNote", request, () -> List.of(request.customerId()));
        return steps.take(
                who,
                asked,
                now,
                AdjustmentView.class,
                () -> {
                    var today = who.today(clock);
                    var creditNote = asking.ask(who, request.wanted(today), today, now);
                    return new Idempotency.Answer<>(
                            creditNote, creditNote.version(), "/api/v1/credit-notes/" + creditNote.id());
                },
                creditNote -> asking.foresee(who, creditNote, now));
    }
}
