package io.huikuan.payment;

import io.huikuan.allocation.WantedAllocation;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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

@Path("/payments/{id}")
@Tag(name = "payments")
@RolesAllowed({Role.FINANCE_ROLE, Role.INTEGRATION_ROLE})
class PaymentSettlementResource {
    private static final String ONCE = PaymentRecordingResource.ONCE;

    private final PaymentSettlement settlement;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    PaymentSettlementResource(
            PaymentSettlement settlement, Idempotency idempotency, CurrentViewer viewer, Clock clock) {
        this.settlement = settlement;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "Rejection")
    record Rejection(
            @NotBlank @Size(max = 500) @Schema(required = true, example = "not on the account")
            String reason) {}

    @Schema(name = "Reversal")
    record Reversal(
            @NotBlank @Size(max = 500) @Schema(required = true, example = "cheque bounced")
            String reason,

            @Nullable
            @Schema(
                    example = "2026-11-21",
                    description = "From when on it counts as gone; today where absent, never in the future.")
            LocalDate effectiveOn) {}

    @POST
    @Path("/confirmation")
    @Operation(
            summary = "Confirm a claim, and allocate it",
            description = "The claimed money has come in: oldest due first, or as told.")
    public RestResponse<PaymentView> confirmPayment(
            @RestPath UUID id,
            @RestHeader("Idempotency-Key") @Nullable @Parameter(description = ONCE) String idempotencyKey,
            @Valid @NotNull WantedAllocation request) {
        var who = viewer.get();
        var now = clock.instant();
        return once(
                who,
                idempotencyKey,
                "confirmPayment",
                id,
                request,
                now,
                () -> settlement.confirm(who, id, request.designation(), now));
    }

    @POST
    @Path("/rejection")
    @Operation(summary = "Reject a claim", description = "The claimed money never came.")
    public RestResponse<PaymentView> rejectPayment(
            @RestPath UUID id,
            @RestHeader("Idempotency-Key") @Nullable @Parameter(description = ONCE) String idempotencyKey,
            @Valid @NotNull Rejection request) {
        var who = viewer.get();
        var now = clock.instant();
        return once(
                who,
                idempotencyKey,
                "rejectPayment",
                id,
                request,
                now,
                () -> settlement.reject(who, id, request.reason(), now));
    }

    @POST
    @Path("/allocations")
    @Operation(summary = "Allocate what is left of a payment", description = "Oldest due first, or as told.")
    public RestResponse<PaymentView> allocatePayment(
            @RestPath UUID id,
            @RestHeader("Idempotency-Key") @Nullable @Parameter(description = ONCE) String idempotencyKey,
            @Valid @NotNull WantedAllocation request) {
        var who = viewer.get();
        var now = clock.instant();
        return once(
                who,
                idempotencyKey,
                "allocatePayment",
                id,
                request,
                now,
                () -> settlement.allocate(who, id, request.designation(), now));
    }

    @POST
    @Path("/reversal")
    @Operation(
            summary = "Reverse a payment",
            description = "With counter-entries: what it settled is open again as of the day of the reversal.")
    public RestResponse<PaymentView> reversePayment(
            @RestPath UUID id,
            @RestHeader("Idempotency-Key") @Nullable @Parameter(description = ONCE) String idempotencyKey,
            @Valid @NotNull Reversal request) {
        var who = viewer.get();
        var now = clock.instant();
        var today = who.today(clock);
        var effectiveOn = request.effectiveOn() == null ? today : request.effectiveOn();
        return once(
                who,
                idempotencyKey,
                "reversePayment",
                id,
                request,
                now,
                () -> settlement.reverse(who, id, request.reason(), effectiveOn, today, now));
    }

    /** A key is for one payment: with another one it is another request. */
    private record Of(UUID paymentId, Object request) {}

    private RestResponse<PaymentView> once(
            Viewer who,
            @Nullable String key,
            String operation,
            UUID id,
            Object request,
            Instant now,
            Supplier<PaymentView> work) {
        return idempotency.once(who, key, operation, new Of(id, request), now, PaymentView.class, () -> {
            var payment = work.get();
            return new Idempotency.Answer<>(payment, payment.version(), "/api/v1/payments/" + id);
        });
    }
}
