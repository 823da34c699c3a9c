package io.huikuan.performance;

import io.huikuan.rules.AgeingBucket;
import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One receivable behind an ageing. */
@Schema(name = "AgeingLine")
record AgeingLine(
        @Schema(required = true) UUID receivableId,

        @Schema(required = true, example = "INV-2026-0117/1")
        String number,

        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "上海远景贸易有限公司") String customerName,
        @Schema(required = true) UUID ownerId,
        @Schema(required = true, example = "王伟") String ownerName,
        @Schema(required = true, example = "2026-10-23") LocalDate issuedOn,
        @Schema(required = true, example = "2026-11-22") LocalDate dueOn,
        @Schema(required = true) Money amount,

        @Schema(required = true, description = "At the end of the as-of date.")
        Money open,

        @Schema(required = true) AgeingBucket bucket) {
    static AgeingLine of(AgeingQueries.Line line, LocalDate asOf) {
        return new AgeingLine(
                line.id(),
                line.number(),
                line.customerId(),
                line.customerName(),
                line.ownerId(),
                line.ownerName(),
                line.issuedOn(),
                line.dueOn(),
                Money.of(line.amount(), line.currency()),
                Money.of(line.open(), line.currency()),
                AgeingBucket.of(line.dueOn(), asOf));
    }
}
