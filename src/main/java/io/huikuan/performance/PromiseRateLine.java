package io.huikuan.performance;

import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A promise behind a rate of kept promises. */
@Schema(name = "PromiseRateLine")
record PromiseRateLine(
        @Schema(required = true) UUID promiseId,
        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "上海远景贸易有限公司") String customerName,

        @Schema(required = true, description = "Whom it counts for: whose customer it was when it was given.")
        UUID ownerId,

        @Schema(required = true, example = "王伟") String ownerName,
        @Schema(required = true, example = "2026-11-22") LocalDate dueOn,

        @Schema(required = true, description = "KEPT, PARTLY_KEPT or BROKEN.", example = "KEPT")
        String state,

        @Schema(required = true) Money promised,
        @Schema(required = true) Money kept) {
    static PromiseRateLine of(PromiseRateQueries.Line line) {
        return new PromiseRateLine(
                line.id(),
                line.customerId(),
                line.customerName(),
                line.ownerId(),
                line.ownerName(),
                line.dueOn(),
                line.state(),
                Money.of(line.promised(), line.currency()),
                Money.of(line.kept(), line.currency()));
    }
}
