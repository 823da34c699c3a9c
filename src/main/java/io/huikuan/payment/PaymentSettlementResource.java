package io.huikuan.payment;

import io.huikuan.allocation.WantedAllocation;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import io.huikuan.preview.StepTaking;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/payments/{id}")
@Tag(name = "payments")
@RolesAllowed({Role.FINANCE_ROLE, Role.INTEGRATION_ROLE})
class PaymentSettlementResource {
    private final PaymentSettlement settlement;
    private final StepTaking steps;
    private final CurrentViewer viewer;
    private final Clock clock;

    PaymentSettlementResource(PaymentSettlement settlement, StepTaking steps, CurrentViewer viewer, Clock clock) {
        this.settlement = settlement;
        this.steps = steps;
        this.viewer = viewer;
        this.clock = clock;
    }

    private static final String FROM_WHEN =
            "From when on it counts; today where absent, never in the future, nor in a closed period.";

    @Schema(name = "Rejection")
    record Rejection(
            @NotBlank @Size(max = 500) @Schema(required = true, example = "not on the account")
            String reason) {}

    @Schema(name = "Reversal")
    record Reversal(
            @NotBlank @Size(max = 500) @Schema(required = true, example = "recorded twice")
            String reason,

            @Nullable @Schema(example = "2026-11-21", description = FROM_WHEN)
            LocalDate effectiveOn) {}

    @Schema(name = "Clearance")
    record Clearance(
            @Nullable @Schema(example = "2026-11-21", description = FROM_WHEN)
            LocalDate effectiveOn) {}

    @Schema(name = "Deallocation")
    record Deallocation(
            @NotBlank @Size(max = 500) @Schema(required = true, example = "meant for the other invoice")
            String reason,

            @Nullable @Size(max = 500) @Schema(description = "Those to take back; all that stand where absent.")
            List<@NotNull UUID> allocationIds,

            @Nullable @Schema(example = "2026-11-21", description = FROM_WHEN)
            LocalDate effectiveOn) {}

    @POST
    @Path("/confirmation")
    @Operation(
            summary = "Confirm a claim, and allocate it",
            description =
                    "The claimed money has come in: it is allocated as told. A claimed cheque or draft is secured from now on.")
    public RestResponse<PaymentView> confirmPayment(
            @RestPath UUID id, @BeanParam VersionedAttempt attempt, @Valid @NotNull WantedAllocation request) {
        return once(
                attempt,
                "confirmPayment",
                id,
                request,
                (who, now) -> settlement.confirm(who, id, request.designation(), now));
    }

    @POST
    @Path("/rejection")
    @Operation(summary = "Reject a claim", description = "The claimed money never came.")
    public RestResponse<PaymentView> rejectPayment(
            @RestPath UUID id, @BeanParam VersionedAttempt attempt, @Valid @NotNull Rejection request) {
        return once(
                attempt,
                "rejectPayment",
                id,
                request,
                (who, now) -> settlement.reject(who, id, request.reason(), who.today(clock), now));
    }

    @POST
    @Path("/allocations")
    @Operation(summary = "Allocate what is left of a payment", description = "By a strategy, or as told.")
    public RestResponse<PaymentView> allocatePayment(
            @RestPath UUID id, @BeanParam VersionedAttempt attempt, @Valid @NotNull WantedAllocation request) {
        return once(
                attempt,
                "allocatePayment",
                id,
                request,
                (who, now) -> settlement.allocate(who, id, request.designation(), now));
    }

    @POST
    @Path("/deallocation")
    @Operation(
            summary = "Take allocations of a payment back",
            description =
                    "With counter-entries: the receivables are open again, and the money is there to be allocated anew.")
    public RestResponse<PaymentView> deallocatePayment(
            @RestPath UUID id, @BeanParam VersionedAttempt attempt, @Valid @NotNull Deallocation request) {
        var ids = request.allocationIds() == null ? List.<UUID>of() : request.allocationIds();
        return once(
                attempt,
                "deallocatePayment",
                id,
                request,
                (who, now) ->
                        settlement.deallocate(who, id, ids, request.reason(), back(who, request.effectiveOn()), now));
    }

    @POST
    @Path("/clearance")
    @Operation(
            summary = "A cheque or draft has cleared",
            description = "It is cash now: what it secured is collected from that day on.")
    public RestResponse<PaymentView> clearPayment(
            @RestPath UUID id, @BeanParam VersionedAttempt attempt, @Valid @NotNull Clearance request) {
        return once(
                attempt,
                "clearPayment",
                id,
                request,
                (who, now) -> settlement.clear(who, id, back(who, request.effectiveOn()), now));
    }

    @POST
    @Path("/bounce")
    @Operation(
            summary = "A cheque or draft was not honoured",
            description = "With counter-entries: all that it had closed is open again.")
    public RestResponse<PaymentView> bouncePayment(
            @RestPath UUID id, @BeanParam VersionedAttempt attempt, @Valid @NotNull Reversal request) {
        return once(
                attempt,
                "bouncePayment",
                id,
                request,
                (who, now) -> settlement.bounce(who, id, request.reason(), back(who, request.effectiveOn()), now));
    }

    @POST
    @Path("/reversal")
    @Operation(
            summary = "Reverse a payment",
            description = "With counter-entries: what it settled is open again as of the day of the reversal.")
    public RestResponse<PaymentView> reversePayment(
            @RestPath UUID id, @BeanParam VersionedAttempt attempt, @Valid @NotNull Reversal request) {
        return once(
                attempt,
                "reversePayment",
                id,
                request,
                (who, now) -> settlement.reverse(who, id, request.reason(), back(who, request.effectiveOn()), now));
    }

    private Back back(Viewer who, @Nullable LocalDate effectiveOn) {
        var today = who.today(clock);
        return new Back(effectiveOn == null ? today : effectiveOn, today);
    }

    private interface Step {
        PaymentView take(Viewer who, Instant now);
    }

    /** A key is for one payment: with another one it is another request. */
    private record Of(UUID paymentId, Object request) {}

    private RestResponse<PaymentView> once(
            VersionedAttempt attempt, String operation, UUID id, Object request, Step step) {
        var who = viewer.get();
        var now = clock.instant();
        var asked = attempt.at(
                operation,
                new Of(id, request),
                () -> List.of(settlement.payerOf(who, id)),
                () -> settlement.lock(who, id));
        return steps.take(who, asked, now, PaymentView.class, () -> {
            var payment = step.take(who, now);
            return new Idempotency.Answer<>(payment, payment.version(), "/api/v1/payments/" + id);
        });
    }
}
