package io.huikuan.performance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.currency.ReportingTotal;
import io.huikuan.rules.AgeingBucket;
import io.huikuan.rules.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was open at the end of a day, by how long it was past due. */
@Schema(name = "Ageing")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgeingView(
        @Schema(required = true, example = "2026-11-22") LocalDate asOf,

        @Nullable @Schema(description = "Absent where all counts that is known now.")
        Instant knownAt,

        @Schema(required = true) AgeingGrouping groupBy,

        @Schema(required = true, description = "One entry for each group and currency; currencies are never added up.")
        List<Total> totals,

        @Nullable @Schema(description = "All that is open in one currency, where `reportingCurrency` asks for that.")
        ReportingTotal reporting) {
    @Schema(name = "AgeingTotal")
    record Total(
            @Schema(required = true) GroupView group,
            @Schema(required = true, example = "CNY") String currency,
            @Schema(required = true, example = "94") long count,
            @Schema(required = true) Money open,

            @Schema(required = true, description = "Always all of them, in this order; they add up to open.")
            List<Bucket> buckets,

            @Schema(
                    required = true,
                    description =
                            "Covered by cheques and drafts that have not cleared: no part of open, nor of any bucket.")
            Money secured) {}

    @Schema(name = "AgeingBucketTotal")
    record Bucket(
            @Schema(required = true) AgeingBucket bucket,
            @Schema(required = true, example = "85") long count,
            @Schema(required = true) Money open) {
        Bucket plus(AgeingQueries.Part part) {
            return new Bucket(bucket, count + part.count(), open.plus(Money.of(part.open(), open.currency())));
        }
    }

    private record Key(GroupView group, String currency) {}

    /** @param parts ordered by group and currency, as is {@code secured} */
    static AgeingView of(
            LocalDate asOf,
            @Nullable Instant knownAt,
            AgeingGrouping groupBy,
            List<AgeingQueries.Part> parts,
            List<AgeingQueries.Secured> secured) {
        var totals = new LinkedHashMap<Key, List<Bucket>>();
        for (var part : parts) {
            totals.computeIfAbsent(key(part.groupId(), part.groupName(), part.currency()), _ -> empty(part.currency()))
                    .replaceAll(bucket -> bucket.bucket().name().equals(part.bucket()) ? bucket.plus(part) : bucket);
        }
        var covered = new LinkedHashMap<Key, Money>();
        for (var part : secured) {
            var key = key(part.groupId(), part.groupName(), part.currency());
            covered.put(key, Money.of(part.amount(), part.currency()));
            totals.computeIfAbsent(key, _ -> empty(part.currency()));
        }
        return new AgeingView(
                asOf,
                knownAt,
                groupBy,
                totals.entrySet().stream()
                        .map(entry -> total(entry.getKey(), entry.getValue(), covered))
                        .toList(),
                null);
    }

    AgeingView with(@Nullable ReportingTotal total) {
        return new AgeingView(asOf, knownAt, groupBy, totals, total);
    }

    private static Key key(@Nullable String groupId, @Nullable String groupName, String currency) {
        return new Key(GroupView.of(groupId, groupName), currency);
    }

    private static List<Bucket> empty(String currency) {
        var buckets = new ArrayList<Bucket>();
        for (var bucket : AgeingBucket.values()) {
            buckets.add(new Bucket(bucket, 0, Money.of(BigDecimal.ZERO, currency)));
        }
        return buckets;
    }

    private static Total total(Key key, List<Bucket> buckets, Map<Key, Money> secured) {
        long count = buckets.stream().mapToLong(Bucket::count).sum();
        var zero = Money.zero(key.currency());
        var open = buckets.stream().map(Bucket::open).reduce(zero, Money::plus);
        return new Total(
                key.group(), key.currency(), count, open, List.copyOf(buckets), secured.getOrDefault(key, zero));
    }
}
