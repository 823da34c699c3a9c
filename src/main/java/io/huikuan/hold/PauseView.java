package io.huikuan.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A pause as whoever sees the customer sees it. */
@Schema(name = "Pause")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PauseView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "上海远景贸易有限公司") String customerName,

        @Nullable @Schema(description = "Absent where it is of all that the customer owes.")
        UUID receivableId,

        @Schema(required = true) PauseKind kind,
        @Schema(required = true) State state,
        @Schema(required = true, example = "2026-11-22") LocalDate startsOn,

        @Nullable
        @Schema(description = "The last day of it; absent where only a decision ends it.", example = "2026-12-15")
        LocalDate heldUntil,

        @Schema(required = true, example = "waits for the spare part")
        String reason,

        @Schema(required = true) UUID agreedBy,
        @Schema(required = true) Instant agreedAt,
        @Nullable UUID endedBy,
        @Nullable Instant endedAt,

        @Nullable @Schema(example = "the spare part has come")
        String endedBecause,

        @Schema(required = true, description = "The number in the ETag.")
        long version) {
    @Schema(name = "PauseState")
    public enum State {
        STANDING,
        /** Its last day is over. */
        EXPIRED,
        /** Somebody has ended it. */
        ENDED
    }

    static PauseView of(PauseQueries.Row row, LocalDate today) {
        var pause = row.pause();
        return new PauseView(
                pause.id,
                pause.customerId,
                row.customerName(),
                pause.receivableId,
                pause.kind,
                pause.state(today),
                pause.startsOn,
                pause.heldUntil,
                pause.reason,
                pause.agreedBy,
                pause.agreedAt,
                pause.endedBy,
                pause.endedAt,
                pause.endedBecause,
                pause.version);
    }
}
