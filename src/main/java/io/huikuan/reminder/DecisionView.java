package io.huikuan.reminder;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.rules.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one look at a receivable came to, and when the next one is. */
@Schema(name = "ReminderDecision")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID runId,
        @Schema(required = true, example = "2026-11-23") LocalDate businessDate,

        @Schema(required = true, example = "SENT", description = "`SENT`, or why nothing was sent.")
        Fate fate,

        @Nullable @Schema(example = "7", description = "The step that was sent, in days from the due date.")
        Integer offsetDays,

        @Nullable @Schema(example = "1", description = "The how-manieth sending of that step.")
        Integer occurrence,

        @Schema(required = true, example = "1") int policyVersion,

        @Schema(required = true, description = "What was open then.")
        Money open,

        @Schema(required = true, example = "2026-12-01") LocalDate nextLookOn,
        @Schema(required = true) Instant decidedAt) {
    static DecisionView of(DecisionQueries.Row row) {
        return new DecisionView(
                row.id(),
                row.runId(),
                row.businessDate(),
                Fate.valueOf(row.fate()),
                row.offsetDays(),
                row.occurrence(),
                row.policyVersion(),
                row.money(),
                row.nextLookOn(),
                row.decidedAt());
    }
}
