package io.huikuan.creditnote;

import static java.util.Objects.requireNonNullElse;

import io.huikuan.adjustment.AdjustmentDeciding;
import io.huikuan.adjustment.AdjustmentKind;
import io.huikuan.adjustment.AdjustmentReading;
import io.huikuan.adjustment.AdjustmentView;
import io.huikuan.adjustment.Decision;
import io.huikuan.allocation.WantedAllocation;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import io.huikuan.preview.StepTaking;
import io.huikuan.preview.VersionedAttempt;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/credit-notes/{id}")
@Tag(name = "credit-notes")
@RolesAllowed({Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class CreditNoteDecisionResource {
    private static final AdjustmentKind KIND = AdjustmentKind.CREDIT_NOTE;

    private final AdjustmentDeciding deciding;
    private final AdjustmentReading reading;
    private final StepTaking steps;
    private final CurrentViewer viewer;
    private final Clock clock;

    CreditNoteDecisionResource(
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

    @POST
    @Path("/approval")
    @Operation(
            summary = "Approve a credit note",
            description =
                    "By somebody else than who asked for it. It settles what it names; where less is open by now, nothing is done.")
    public RestResponse<AdjustmentView> approveCreditNote(
            @RestPath UUID id, @BeanParam VersionedAttempt attempt, @Valid @NotNull Decision.Approval request) {
        return once(
                attempt,
                "approveCreditNote",
                id,
                request,
                (who, now) -> deciding.approve(who, KIND, id, request.note(), who.today(clock), now));
    }

    @POST
    @Path("/refusal")
    @Operation(summary = "Refuse a credit note", description = "By a second person as well; it never counts then.")
    public RestResponse<AdjustmentView> refuseCreditNote(
            @RestPath UUID id, @BeanParam VersionedAttempt attempt, @Valid @NotNull Decision.Refusal request) {
        return once(
                attempt,
                "refuseCreditNote",
                id,
                request,
                (who, now) -> deciding.refuse(who, KIND, id, request.reason(), now));
    }

    @POST
    @Path("/allocations")
    @RolesAllowed({Role.FINANCE_ROLE, Role.INTEGRATION_ROLE})
    @Operation(
            summary = "Allocate what is left of a credit note",
            description = "As a payment is; what it does not reach stays to the customer's credit.")
    public RestResponse<AdjustmentView> allocateCreditNote(
            @RestPath UUID id, @BeanParam VersionedAttempt attempt, @Valid @NotNull WantedAllocation request) {
        return once(
                attempt,
                "allocateCreditNote",
                id,
                request,
                (who, now) -> deciding.allocate(who, KIND, id, request.designation(), who.today(clock), now));
    }

    @POST
    @Path("/reversal")
    @RolesAllowed(Role.FINANCE_ROLE)
    @Operation(
            summary = "Reverse a credit note",
            description = "With counter-entries: what it settled is owed again as of the day of the reversal.")
    public RestResponse<AdjustmentView> reverseCreditNote(
            @RestPath UUID id, @BeanParam VersionedAttempt attempt, @Valid @NotNull Decision.Reversal request) {
        return once(attempt, "reverseCreditNote", id, request, (who, now) -> {
            var today = who.today(clock);
            var effectiveOn = requireNonNullElse(request.effectiveOn(), today);
            deciding.reverse(who, KIND, id, request.reason(), effectiveOn, today, now);
        });
    }

    /** A key is for one credit note: with another one it is another request. */
    private record Of(UUID id, Object request) {}

    private RestResponse<AdjustmentView> once(
            VersionedAttempt attempt, String operation, UUID id, Object request, BiConsumer<Viewer, Instant> work) {
        var who = viewer.get();
        var now = clock.instant();
        var asked = attempt.at(
                operation,
                new Of(id, request),
                () -> List.of(reading.one(who, KIND, id).customerId()),
                () -> deciding.lock(who, KIND, id));
        return steps.take(who, asked, now, AdjustmentView.class, () -> {
            work.accept(who, now);
            var creditNote = reading.one(who, KIND, id);
            return new Idempotency.Answer<>(creditNote, creditNote.version(), "/api/v1/credit-notes/" + id);
        });
    }
}
