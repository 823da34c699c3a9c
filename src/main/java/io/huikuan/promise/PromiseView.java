package io.huikuan.promise;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.rules.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A promise as whoever sees the customer sees it. */
@Schema(name = "Promise")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromiseView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "上海远景贸易有限公司") String customerName,

        @Schema(
                required = true,
                description = "Whose customer it was when it was given: it counts for this salesperson.")
        UUID ownerId,

        @Schema(required = true) PromiseState state,
        @Schema(required = true) Money amount,

        @Schema(
                required = true,
                description = "What came of it in time: allocated to its receivables from the day that it was given.")
        Money kept,

        @Schema(required = true, example = "2026-11-22") LocalDate promisedOn,
        @Schema(required = true, example = "2026-11-27") LocalDate dueOn,

        @Schema(
                required = true,
                description =
                        "Until this day nobody is asked for the promised money, and what comes keeps the promise: "
                                + "the working days of grace are over then.",
                example = "2026-11-30")
        LocalDate heldUntil,

        @Schema(required = true, description = "What of it is for which receivable, the oldest due first.")
        List<Part> receivables,

        @Nullable @Schema(description = "Who promised; one of the customer's people.")
        UUID contactId,

        @Nullable @Schema(example = "Ms Chen, accounting") String promisedBy,

        @Nullable @Schema(example = "after their own customer has paid")
        String note,

        @Schema(required = true) UUID obtainedBy,
        @Schema(required = true) Instant obtainedAt,

        @Nullable @Schema(description = "The newer one that took its place.")
        UUID supersededById,

        @Nullable UUID withdrawnBy,

        @Nullable @Schema(example = "was for another customer")
        String withdrawnBecause,

        @Schema(required = true, description = "The number in the ETag.")
        long version) {

    @Schema(name = "PromisePart")
    public record Part(
            @Schema(required = true) UUID receivableId,

            @Schema(required = true, example = "INV-2026-0117/1")
            String number,

            @Schema(required = true) Money amount) {}

    static PromiseView of(PromiseQueries.Row row, List<PromiseQueries.Part> parts) {
        var promise = row.promise();
        return new PromiseView(
                promise.id,
                promise.customerId,
                row.customerName(),
                promise.ownerId,
                promise.state,
                promise.promised(),
                promise.kept(),
                promise.promisedOn,
                promise.dueOn,
                promise.heldUntil,
                parts.stream()
                        .map(part ->
                                new Part(part.receivableId(), part.number(), Money.of(part.amount(), promise.currency)))
                        .toList(),
                promise.contactId,
                promise.promisedBy,
                promise.note,
                promise.obtainedBy,
                promise.obtainedAt,
                promise.supersededById,
                promise.withdrawnBy,
                promise.withdrawnBecause,
                promise.version);
    }
}
