package io.huikuan.performance;

import io.huikuan.rules.CollectionMetrics;
import io.huikuan.rules.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which part of what was promised for a period was kept. */
@Schema(name = "PromiseRate")
record PromiseRateView(
        @Schema(required = true, example = "PTP_KEPT", description = "kept / (kept + broken), by count and by amount.")
        String formula,

        @Schema(required = true, example = "2026-11-01") LocalDate from,
        @Schema(required = true, example = "2026-11-30") LocalDate to,
        @Schema(required = true) PromiseGrouping groupBy,

        @Schema(required = true, description = "One entry for each group and currency; currencies are never added up.")
        List<Row> rows) {
    private static final String FORMULA = "PTP_KEPT";

    static PromiseRateView of(
            LocalDate from, LocalDate to, PromiseGrouping groupBy, List<PromiseRateQueries.Part> parts) {
        return new PromiseRateView(
                FORMULA, from, to, groupBy, parts.stream().map(Row::of).toList());
    }

    @Schema(name = "PromiseRateRow")
    record Row(
            @Schema(required = true) GroupView group,
            @Schema(required = true, example = "CNY") String currency,
            @Schema(required = true, example = "12") long keptCount,

            @Schema(required = true, example = "2", description = "Counts by amount only.")
            long partlyKeptCount,

            @Schema(required = true, example = "4") long brokenCount,

            @Schema(required = true, description = "What came of them in time.")
            Money kept,

            @Schema(required = true, description = "What did not.")
            Money broken,

            @Nullable
            @Schema(
                    description =
                            "keptCount / (keptCount + brokenCount) with 4 decimals, rounded half up; absent where there is none.",
                    example = "0.7500")
            String rateByCount,

            @Nullable
            @Schema(
                    description =
                            "kept / (kept + broken) with 4 decimals, rounded half up; absent where there is none.",
                    example = "0.6800")
            String rateByAmount) {
        static Row of(PromiseRateQueries.Part part) {
            return new Row(
                    GroupView.of(part.groupId(), part.groupName()),
                    part.currency(),
                    part.kept(),
                    part.partlyKept(),
                    part.broken(),
                    Money.of(part.came(), part.currency()),
                    Money.of(part.asked().subtract(part.came()), part.currency()),
                    rate(BigDecimal.valueOf(part.kept()), BigDecimal.valueOf(part.kept() + part.broken())),
                    rate(part.came(), part.asked()));
        }

        private static @Nullable String rate(BigDecimal kept, BigDecimal all) {
            return CollectionMetrics.collectionRate(kept, all)
                    .map(BigDecimal::toPlainString)
                    .orElse(null);
        }
    }
}
