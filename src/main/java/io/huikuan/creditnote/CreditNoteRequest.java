package io.huikuan.creditnote;

import static java.util.Objects.requireNonNullElse;

import io.huikuan.adjustment.AdjustmentKind;
import io.huikuan.adjustment.NewAdjustment;
import io.huikuan.allocation.WantedAllocation.WantedShare;
import io.huikuan.rules.DebtComponent;
import io.huikuan.rules.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewCreditNote")
record CreditNoteRequest(
        @Nullable @Schema(description = "A UUIDv7 of the client's own; absent: one is made.")
        UUID id,

        @NotNull @Schema(required = true) UUID customerId,

        @Nullable
        @Size(min = 1, max = 64)
        @Schema(
                example = "RED-2026-0031",
                description = "Names it among the customer's; may be used again where it was refused.")
        String number,

        @NotNull @Schema(required = true) Money amount,

        @Nullable
        @Schema(
                example = "2026-11-20",
                description = "From when on it counts; today where absent, never in the future.")
        LocalDate effectiveOn,

        @NotBlank @Size(max = 500) @Schema(required = true, example = "Goods sent back")
        String reason,

        @Nullable
        @Size(max = 500)
        @Schema(description = "What it settles when it is approved; the rest stays unapplied.")
        List<@NotNull @Valid WantedShare> allocations) {

    NewAdjustment wanted(LocalDate today) {
        var lines = requireNonNullElse(allocations, List.<WantedShare>of()).stream()
                .map(share -> new NewAdjustment.Line(share.receivableId(), DebtComponent.PRINCIPAL, share.amount()))
                .toList();
        return new NewAdjustment(
                id,
                customerId,
                AdjustmentKind.CREDIT_NOTE,
                number,
                amount,
                requireNonNullElse(effectiveOn, today),
                reason,
                lines);
    }
}
