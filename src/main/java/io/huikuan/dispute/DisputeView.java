package io.huikuan.dispute;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.rules.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dispute as whoever sees the customer sees it. */
@Schema(name = "Dispute")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisputeView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "上海远景贸易有限公司") String customerName,
        @Schema(required = true) UUID receivableId,

        @Schema(required = true, example = "INV-2026-0117/1")
        String number,

        @Schema(required = true) DisputeState state,

        @Schema(required = true, description = "What is contested: nobody is asked for it while the dispute is open.")
        Money amount,

        @Schema(required = true) DisputeReason reason,

        @Schema(required = true, example = "three of ten pumps leak")
        String words,

        @Schema(required = true, description = "Who has to clear it up.")
        UUID handlerId,

        @Schema(required = true, example = "王伟") String handlerName,
        @Schema(required = true, example = "2026-12-04") LocalDate dueOn,
        @Schema(required = true, example = "2026-11-22") LocalDate raisedOn,
        @Schema(required = true) UUID raisedBy,
        @Schema(required = true) Instant raisedAt,

        @Nullable @Schema(description = "What was credited, where it was upheld.")
        UUID creditNoteId,

        @Nullable UUID settledBy,
        @Nullable Instant settledAt,

        @Nullable @Schema(example = "three pumps were taken back")
        String settledBecause,

        @Schema(required = true, description = "The number in the ETag.")
        long version) {

    static DisputeView of(DisputeQueries.Row row) {
        var dispute = row.dispute();
        return new DisputeView(
                dispute.id,
                dispute.customerId,
                row.customerName(),
                dispute.receivableId,
                row.receivableNumber(),
                dispute.state,
                dispute.contested(),
                dispute.reason,
                dispute.words,
                dispute.handlerId,
                row.handlerName(),
                dispute.dueOn,
                dispute.raisedOn,
                dispute.raisedBy,
                dispute.raisedAt,
                dispute.creditNoteId,
                dispute.settledBy,
                dispute.settledAt,
                dispute.settledBecause,
                dispute.version);
    }
}
