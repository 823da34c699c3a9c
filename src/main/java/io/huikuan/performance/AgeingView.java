package io.huikuan.performance;

import io.huikuan.rules.AgeingBucket;
import io.huikuan.rules.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was open at the end of a day, by how long it was past due. */
@Schema(name = "Ageing")
record AgeingView(
        @Schema(required = true, example = "2026-11-22") LocalDate asOf,
        @Schema(required = true) AgeingGrouping groupBy,

        @Schema(required = true, description = "One entry for each group and currency; currencies are never added up.")
        List<Total> totals) {
    @Schema(name = "AgeingTotal")
    record Total(
            @Schema(required = true) GroupView group,
            @Schema(required = true, example = "CNY") String currency,
            @Schema(required = true, example = "94") long count,
            @Schema(required = true) Money open,

            @Schema(required = true, description = "Always all of them, in this order.")
            List<Bucket> buckets) {}

    @Schema(name = "AgeingBucketTotal")
    record Bucket(
            @Schema(required = true) AgeingBucket bucket,
            @Schema(required = true, example = "85") long count,
            @Schema(required = true) Money open) {
        Bucket plus(AgeingQueries.Part part) {
            return new Bucket(bucket, count + part.count(), open.plus(Money.of(part.open(), open.currency())));
        }
    }

    /** @param parts ordered by group and currency */
    static AgeingView of(LocalDate asOf, AgeingGrouping groupBy, List<AgeingQueries.Part> parts) {
        record Key(GroupView group, String currency) {}
        var totals = new LinkedHashMap<Key, List<Bucket>>();
        for (var part : parts) {
            var key = new Key(GroupView.of(part.groupId(), part.groupName()), part.currency());
            totals.computeIfAbsent(key, _ -> empty(part.currency()))
                    .replaceAll(bucket -> bucket.bucket().name().equals(part.bucket()) ? bucket.plus(part) : bucket);
        }
        return new AgeingView(
                asOf,
                groupBy,
                totals.entrySet().stream()
                        .map(entry ->
                                total(entry.getKey().group(), entry.getKey().currency(), entry.getValue()))
                        .toList());
    }

    private static List<Bucket> empty(String currency) {
        var buckets = new ArrayList<Bucket>();
        for (var bucket : AgeingBucket.values()) {
            buckets.add(new Bucket(bucket, 0, Money.of(BigDecimal.ZERO, currency)));
        }
        return buckets;
    }

    private static Total total(GroupView group, String currency, List<Bucket> buckets) {
        long count = buckets.stream().mapToLong(Bucket::count).sum();
        var open = buckets.stream().map(Bucket::open).reduce(Money.zero(currency), Money::plus);
        return new Total(group, currency, count, open, List.copyOf(buckets));
    }
}
