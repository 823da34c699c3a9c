package io.huikuan.writeoff;

import static java.util.Objects.requireNonNullElse;

import io.huikuan.adjustment.AdjustmentKind;
import io.huikuan.adjustment.NewAdjustment;
import io.huikuan.allocation.WantedAllocation.WantedShare;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.rules.DebtComponent;
import io.huikuan.rules.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewWriteOff")
record WriteOffRequest(
        @Nullable @Schema(description = "A UUIDv7 of the client's own; absent: one is made.")
        UUID id,

        @NotNull @Schema(required = true) UUID customerId,

        @Nullable
        @Schema(
                example = "2026-11-20",
                description = "From when on it counts; today where absent, never in the future.")
        LocalDate effectiveOn,

        @NotBlank @Size(max = 500) @Schema(required = true, example = "Insolvent, no assets")
        String reason,

        @NotEmpty @Size(max = 500) @Schema(required = true, description = "What is given up, all in one currency.")
        List<@NotNull @Valid WantedShare> allocations) {

    /** @throws InvalidRequest when the lines can't be added up */
    NewAdjustment wanted(LocalDate today) {
        var lines = allocations.stream()
                .map(share -> new NewAdjustment.Line(share.receivableId(), DebtComponent.PRINCIPAL, share.amount()))
                .toList();
        return new NewAdjustment(
                id,
                customerId,
                AdjustmentKind.WRITE_OFF,
                null,
                total(),
                requireNonNullElse(effectiveOn, today),
                reason,
                lines);
    }

    private Money total() {
        var total = Money.zero(allocations.getFirst().amount().currency());
        for (int index = 0; index < allocations.size(); index++) {
            var amount = allocations.get(index).amount();
            if (!amount.isPositive()) {
                throw InvalidRequest.field("/allocations/" + index + "/amount/amount", "must-be-positive");
            }
            if (!amount.currency().equals(total.currency())) {
                throw InvalidRequest.field(
                        "/allocations/" + index + "/amount/currency", "currency-differs", total.currency());
            }
            total = total.plus(amount);
        }
        return total;
    }
}
