package io.huikuan.performance;

import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one receivable contributes to a collection rate; one line for each person it counts for. */
@Schema(name = "CollectionRateLine")
record CollectionRateLine(
        @Schema(required = true) UUID receivableId,

        @Schema(required = true, example = "INV-2026-0117/1")
        String number,

        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "上海远景贸易有限公司") String customerName,

        @Schema(required = true, description = "Whom it counts for.")
        UUID ownerId,

        @Schema(required = true, example = "王伟") String ownerName,
        @Schema(required = true, example = "2026-11-22") LocalDate dueOn,

        @Schema(required = true, description = "Zero where it was due under another owner.")
        Money due,

        @Schema(required = true) Money collected) {
    static CollectionRateLine of(CollectionRateQueries.Line line) {
        return new CollectionRateLine(
                line.id(),
                line.number(),
                line.customerId(),
                line.customerName(),
                line.ownerId(),
                line.ownerName(),
                line.dueOn(),
                Money.of(line.due(), line.currency()),
                Money.of(line.collected(), line.currency()));
    }
}
