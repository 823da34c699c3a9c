package io.huikuan.reminder;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.rules.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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

        @Nullable @Schema(description = "The policy that was followed; absent for the standard one.")
        UUID policyId,

        @Schema(required = true, example = "1") int policyVersion,

        @Nullable @Schema(example = "2026-11-30", description = "When it was due as of then.")
        LocalDate dueOn,

        @Schema(required = true, description = "What was open then.")
        Money open,

        @Schema(required = true, description = "Of that, what was promised, disputed or paused.")
        Money onHold,

        @Schema(required = true, description = "A promise was broken since something was sent last: one step up.")
        boolean promiseBroken,

        @Nullable @Schema(description = "What had been sent last; absent where nothing had been.")
        LastSent lastSent,

        @Schema(required = true, description = "Who was told, and how; empty where nothing was sent.")
        List<ToldView> told,

        @Schema(required = true, example = "2026-12-01") LocalDate nextLookOn,
        @Schema(required = true) Instant decidedAt) {
    @Schema(name = "ReminderLastSent")
    record LastSent(
            @Schema(required = true, example = "1") int offsetDays,
            @Schema(required = true, example = "2") int occurrence,
            @Schema(required = true, example = "2026-11-24") LocalDate sentOn,
            @Schema(required = true) boolean acknowledged) {
        static @Nullable LastSent of(DecisionQueries.Row row) {
            var offsetDays = row.lastOffsetDays();
            return offsetDays == null
                    ? null
                    : new LastSent(
                            offsetDays,
                            Objects.requireNonNull(row.lastOccurrence()),
                            Objects.requireNonNull(row.lastSentOn()),
                            Objects.requireNonNull(row.lastAcknowledged()));
        }
    }

    static DecisionView of(DecisionQueries.Row row, List<ToldView> told) {
        return new DecisionView(
                row.id(),
                row.runId(),
                row.businessDate(),
                Fate.valueOf(row.fate()),
                row.offsetDays(),
                row.occurrence(),
                row.policyId(),
                row.policyVersion(),
                row.dueOn(),
                row.money(),
                row.held(),
                row.promiseBroken(),
                LastSent.of(row),
                told,
                row.nextLookOn(),
                row.decidedAt());
    }
}
