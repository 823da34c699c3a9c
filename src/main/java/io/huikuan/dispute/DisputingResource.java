package io.huikuan.dispute;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/disputes")
@Tag(name = "disputes")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE})
class DisputingResource {
    private final Disputing disputing;
    private final Idempotency idempotency;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    DisputingResource(
            Disputing disputing, Idempotency idempotency, Conditional conditional, CurrentViewer viewer, Clock clock) {
        this.disputing = disputing;
        this.idempotency = idempotency;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "ChangedDispute")
    record ChangedDispute(
            @Nullable @Size(max = 2000) @Pattern(regexp = "(?s).*\\S.*") @Schema(example = "three of ten pumps leak")
            String words,

            @Nullable @Schema(description = "Who has to clear it up from now on.")
            UUID handlerId,

            @Nullable @Schema(example = "2026-12-11") LocalDate dueOn) {}

    @Schema(name = "DisputeOutcome")
    enum Ending {
        UPHELD,
        REJECTED
    }

    @Schema(name = "DisputeSettlement")
    record DisputeSettlement(
            @NotNull @Schema(required = true) Ending outcome,

            @Nullable
            @Schema(description = "Where it is upheld: the approved credit note of the customer that makes up for it.")
            UUID creditNoteId,

            @NotBlank @Size(max = 500) @Schema(required = true, example = "three pumps were taken back")
            String reason) {
        Disputing.Outcome wanted() {
            return new Disputing.Outcome(
                    switch (outcome) {
                        case UPHELD -> DisputeState.UPHELD;
                        case REJECTED -> DisputeState.REJECTED;
                    },
                    creditNoteId,
                    reason);
        }
    }

    @Schema(name = "DisputeWithdrawal")
    record DisputeWithdrawal(
            @NotBlank @Size(max = 500) @Schema(required = true, example = "the customer pays after all")
            String reason) {}

    /** A key is for one dispute: with another one it is another request. */
    private record Of(UUID id, Object request) {}

    @POST
    @Operation(
            summary = "Raise a dispute",
            description =
                    "Nobody is reminded of the contested part until the dispute has ended; the rest runs on, and all of it stays in "
                            + "every total.")
    public RestResponse<DisputeView> createDispute(
            @RestHeader("Idempotency-Key") @Nullable String key, @Valid @NotNull NewDispute request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(
                who,
                key,
                "createDispute",
                request,
                now,
                DisputeView.class,
                () -> answer(disputing.raise(who, request, who.today(clock), now)));
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            summary = "Change who clears up a dispute, or by when",
            description = "Only the fields that are sent are changed; what is contested never is.")
    public RestResponse<DisputeView> changeDispute(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ChangedDispute request) {
        var who = viewer.get();
        var dispute = disputing.change(
                who,
                id,
                new Disputing.Change(request.words(), request.handlerId(), request.dueOn()),
                present -> conditional.require(ifMatch, present.version(), request, () -> present),
                who.today(clock),
                clock.instant());
        return conditional.changed(dispute.version(), dispute);
    }

    @POST
    @Path("/{id}/settlement")
    @RolesAllowed(Role.FINANCE_ROLE)
    @Operation(
            summary = "Decide on a dispute",
            description = "What is left of the contested part is asked for again from today on.")
    public RestResponse<DisputeView> settleDispute(
            @RestPath UUID id,
            @RestHeader("Idempotency-Key") @Nullable String key,
            @RestHeader("If-Match") @Parameter(description = Conditional.WHERE_TOLD) @Nullable String ifMatch,
            @Valid @NotNull DisputeSettlement request) {
        return end(id, key, ifMatch, "settleDispute", request, request.wanted());
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(
            summary = "Take a dispute back",
            description = "The customer contests it no more: it is asked for again from today on.")
    public RestResponse<DisputeView> withdrawDispute(
            @RestPath UUID id,
            @RestHeader("Idempotency-Key") @Nullable String key,
            @RestHeader("If-Match") @Parameter(description = Conditional.WHERE_TOLD) @Nullable String ifMatch,
            @Valid @NotNull DisputeWithdrawal request) {
        var outcome = new Disputing.Outcome(DisputeState.WITHDRAWN, null, request.reason());
        return end(id, key, ifMatch, "withdrawDispute", request, outcome);
    }

    private RestResponse<DisputeView> end(
            UUID id,
            @Nullable String key,
            @Nullable String ifMatch,
            String operation,
            Object request,
            Disputing.Outcome outcome) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(
                who,
                key,
                operation,
                new Of(id, request),
                now,
                DisputeView.class,
                () -> answer(disputing.end(
                        who,
                        id,
                        outcome,
                        present -> Conditional.requireWhereTold(ifMatch, present::version),
                        who.today(clock),
                        now)));
    }

    private static Idempotency.Answer<DisputeView> answer(DisputeView dispute) {
        return new Idempotency.Answer<>(dispute, dispute.version(), "/api/v1/disputes/" + dispute.id());
    }
}
