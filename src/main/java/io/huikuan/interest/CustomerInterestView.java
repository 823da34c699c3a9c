package io.huikuan.interest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.interest.InterestReckoning.Reckoned;
import io.huikuan.rules.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What being late has cost a customer and is still due, with the receivables that it comes from. */
@Schema(name = "CustomerInterest")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerInterestView(
        @Schema(required = true, example = "2026-11-22") LocalDate asOf,

        @Nullable @Schema(description = "Reckoned from what had been recorded then.")
        Instant knownAt,

        @Schema(required = true) UUID customerId,

        @Schema(required = true, description = "One of each currency; each is the sum of its receivables.")
        List<Total> totals,

        @Schema(required = true, description = "Those on which something is due, what fell due first first.")
        List<Line> receivables) {

    @Schema(name = "CustomerInterestTotal")
    record Total(
            @Schema(required = true, example = "CNY") String currency,
            @Schema(required = true) Money interest,
            @Schema(required = true) Money fees) {
        Total plus(Line line) {
            return new Total(currency, interest.plus(line.interest()), fees.plus(line.fees()));
        }
    }

    @Schema(name = "CustomerInterestLine")
    record Line(
            @Schema(required = true) UUID receivableId,

            @Schema(required = true, example = "INV-2026-0117/1")
            String number,

            @Schema(required = true) Money interest,
            @Schema(required = true) Money fees) {}

    static CustomerInterestView of(
            UUID customerId, List<Reckoned> reckoned, LocalDate asOf, @Nullable Instant knownAt) {
        var lines = reckoned.stream()
                .map(each -> new Line(each.late().id(), each.late().number(), each.interestDue(), each.feesDue()))
                .filter(line -> line.interest().isPositive() || line.fees().isPositive())
                .toList();
        var totals = new TreeMap<String, Total>();
        for (var line : lines) {
            var currency = line.interest().currency();
            var zero = Money.zero(currency);
            totals.put(
                    currency,
                    totals.getOrDefault(currency, new Total(currency, zero, zero))
                            .plus(line));
        }
        return new CustomerInterestView(asOf, knownAt, customerId, List.copyOf(totals.values()), lines);
    }
}
