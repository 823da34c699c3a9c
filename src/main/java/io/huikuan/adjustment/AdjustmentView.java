package io.huikuan.adjustment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.allocation.AllocationView;
import io.huikuan.platform.NotInExample;
import io.huikuan.rules.DebtComponent;
import io.huikuan.rules.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A credit note, a write-off or its like. */
@Schema(name = "Adjustment")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdjustmentView(
        @Schema(required = true) UUID id,
        @Schema(required = true) AdjustmentKind kind,
        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "上海远景贸易有限公司") String customerName,
        @Nullable @Schema(example = "RED-2026-0031") String number,
        @Schema(required = true) Money amount,

        @Schema(required = true, description = "Of a credit note that counts: what it has settled nothing with yet.")
        Money unapplied,

        @Schema(required = true, example = "2026-11-20", description = "The day from which it counts.")
        LocalDate effectiveOn,

        @Schema(required = true, example = "Goods sent back")
        String reason,

        @Schema(
                required = true,
                example = "PROPOSED",
                description =
                        "PROPOSED: it waits for a second person. APPROVED: it counts. REFUSED: it never will. REVERSED: it "
                                + "counted and was taken back.")
        AdjustmentState state,

        @Nullable UUID proposedBy,
        @Schema(required = true) Instant proposedAt,
        @NotInExample @Nullable UUID decidedBy,
        @NotInExample @Nullable Instant decidedAt,

        @NotInExample
        @Nullable
        @Schema(example = "Seen the goods come back", description = "Why it was refused, or what the approver says.")
        String decisionNote,

        @NotInExample @Nullable LocalDate reversedOn,
        @NotInExample @Nullable UUID reversedBy,
        @NotInExample @Nullable Instant reversedAt,

        @NotInExample @Nullable @Schema(example = "Written off by mistake")
        String reversedBecause,

        @Nullable @Schema(description = "What it asks for; absent in lists.")
        List<Line> lines,

        @Nullable @Schema(description = "What it settled, and what of that was taken back; absent in lists.")
        List<AllocationView> allocations,

        @Schema(required = true, description = "The number in the ETag.")
        long version) {

    @Schema(name = "AdjustmentLine")
    public record Line(
            @Schema(required = true) UUID receivableId,

            @Schema(required = true, example = "INV-2026-0117/1")
            String receivableNumber,

            @Schema(required = true) DebtComponent component,
            @Schema(required = true) Money amount) {}

    static AdjustmentView of(
            AdjustmentQueries.Row row,
            @Nullable List<AdjustmentQueries.Line> lines,
            @Nullable List<AllocationView> allocations) {
        var adjustment = row.adjustment();
        return new AdjustmentView(
                adjustment.id,
                adjustment.kind,
                adjustment.customerId,
                row.customerName(),
                adjustment.number,
                adjustment.money(),
                adjustment.unapplied(),
                adjustment.effectiveOn,
                adjustment.reason,
                adjustment.state,
                adjustment.proposedBy,
                adjustment.proposedAt,
                adjustment.decidedBy,
                adjustment.decidedAt,
                adjustment.decisionNote,
                adjustment.reversedOn,
                adjustment.reversedBy,
                adjustment.reversedAt,
                adjustment.reversedBecause,
                lines == null
                        ? null
                        : lines.stream()
                                .map(line -> new Line(
                                        line.receivableId(),
                                        line.number(),
                                        DebtComponent.valueOf(line.component()),
                                        Money.of(line.amount(), adjustment.currency)))
                                .toList(),
                allocations,
                adjustment.version + row.caused());
    }
}
