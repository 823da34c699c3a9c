package io.huikuan.allocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.platform.NotInExample;
import io.huikuan.rules.AllocationCriterion;
import io.huikuan.rules.DebtComponent;
import io.huikuan.rules.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of a payment that settles a part of a receivable, or takes that back. */
@Schema(name = "Allocation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AllocationView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID receivableId,

        @Schema(required = true, example = "INV-2026-0117/1")
        String receivableNumber,

        @Schema(
                required = true,
                example = "PAYMENT",
                description = "INSTRUMENT: secured by a draft or cheque until that has cleared.")
        SourceKind kind,

        @Schema(
                required = true,
                example = "PRINCIPAL",
                description = "Only PRINCIPAL lowers what is open on the receivable.")
        DebtComponent component,

        @Schema(required = true, description = "Negative where it takes an allocation back.")
        Money amount,

        @Schema(
                required = true,
                example = "2026-11-20",
                description =
                        "The day from which it counts: that of the receipt, but never before the receivable's issue, nor before "
                                + "the day from which the last allocation to it that was taken back counts as gone, nor one of a closed period.")
        LocalDate effectiveOn,

        @Schema(
                required = true,
                example = "OLDEST_DUE_FIRST",
                description =
                        "The strategy that it was allocated by, AS_DESIGNATED where somebody said so; why it was taken back (REVERSAL, "
                                + "DEALLOCATION, BOUNCE, CLEARANCE, LATE_RECEIPT) where it was; RESTORED for what is written off again because money "
                                + "that had come late for it is gone; EARLY_PAYMENT for a discount; PAYMENT for what is older than these.")
        String reason,

        @Nullable
        @Schema(
                example = "EARLIEST_DUE",
                description = "What put this receivable at its place among those that could have been settled.")
        AllocationCriterion criterion,

        @Nullable @Schema(example = "1", description = "From 1; those that share in proportion stand at one place.")
        Integer place,

        @NotInExample @Nullable @Schema(description = "The allocation that this one takes back.")
        UUID undoesId,

        @NotInExample
        @Nullable
        @Schema(
                description =
                        "The allocation that made this one necessary: the money that came late for what was written off, or the paper that has cleared.")
        UUID causeId,

        @Schema(required = true) Instant recordedAt) {
    static AllocationView of(AllocationQueries.Line line) {
        return new AllocationView(
                line.id(),
                line.receivableId(),
                line.receivableNumber(),
                SourceKind.valueOf(line.kind()),
                DebtComponent.valueOf(line.component()),
                Money.of(line.amount(), line.currency()),
                line.effectiveOn(),
                line.reason(),
                line.criterion() == null ? null : AllocationCriterion.valueOf(line.criterion()),
                line.place(),
                line.undoesId(),
                line.causeId(),
                line.recordedAt());
    }
}
