package io.huikuan.performance;

import io.huikuan.rules.CollectionFormula;
import io.huikuan.rules.CollectionMetrics;
import io.huikuan.rules.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which part of what was due in a period was collected. */
@Schema(name = "CollectionRate")
record CollectionRateView(
        @Schema(required = true) CollectionFormula formula,
        @Schema(required = true, example = "2026-11-01") LocalDate from,
        @Schema(required = true, example = "2026-11-30") LocalDate to,
        @Schema(required = true, example = "2026-11-22") LocalDate asOf,

        @Nullable @Schema(description = "Absent where all counts that is known now.")
        Instant knownAt,

        @Schema(required = true) PlanBasis plan,
        @Schema(required = true) Grouping groupBy,

        @Schema(required = true, description = "One entry for each group and currency; currencies are never added up.")
        List<Row> rows) {
    @Schema(name = "CollectionRateRow")
    record Row(
            @Schema(required = true) GroupView group,
            @Schema(required = true, example = "CNY") String currency,

            @Schema(required = true, description = "How many were due.", example = "112")
            long receivableCount,

            @Schema(required = true) Money due,
            @Schema(required = true) Money collected,

            @Nullable
            @Schema(
                    description = "collected / due with 4 decimals, rounded half up; null where nothing was due.",
                    example = "0.8657")
            String rate) {
        static Row of(CollectionRateQueries.Part part) {
            return new Row(
                    GroupView.of(part.groupId(), part.groupName()),
                    part.currency(),
                    part.receivables(),
                    Money.of(part.due(), part.currency()),
                    Money.of(part.collected(), part.currency()),
                    CollectionMetrics.collectionRate(part.collected(), part.due())
                            .map(BigDecimal::toPlainString)
                            .orElse(null));
        }
    }
}
