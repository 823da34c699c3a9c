package io.huikuan.reminder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run and what it has come to so far, counted in receivables. */
@Schema(name = "ReminderRun")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunView(
        @Schema(required = true) UUID id,
        @Schema(required = true) State state,
        @Schema(required = true, example = "2026-11-23") LocalDate businessDate,
        @Schema(required = true) boolean dryRun,
        @Schema(required = true) Origin origin,

        @Schema(required = true, example = "84") int looked,

        @Schema(required = true, example = "21", description = "Receivables about which a step was sent.")
        int sent,

        @Schema(required = true, example = "63") int suppressed,
        @Schema(required = true) List<StepCount> steps,
        @Schema(required = true) List<ReasonCount> reasons,
        @Schema(required = true) Instant startedAt,
        @Nullable Instant finishedAt) {
    @Schema(name = "ReminderRunState")
    enum State {
        RUNNING,
        DONE
    }

    @Schema(name = "ReminderRunOrigin")
    enum Origin {
        SCHEDULE,
        REQUEST
    }

    @Schema(name = "ReminderStepCount")
    record StepCount(
            @Schema(required = true, example = "-7", description = "Days from the due date.")
            int offsetDays,

            @Schema(required = true, example = "7") int count) {}

    @Schema(name = "ReminderReasonCount")
    record ReasonCount(
            @Schema(required = true, example = "NOT_YET") Fate reason,
            @Schema(required = true, example = "63") int count) {}

    /** @param counts of this run and perhaps of others, by fate and offset */
    static RunView of(RunQueries.Row run, List<RunQueries.Count> counts) {
        var own =
                counts.stream().filter(count -> count.runId().equals(run.id())).toList();
        return new RunView(
                run.id(),
                State.valueOf(run.state()),
                run.businessDate(),
                run.dryRun(),
                Origin.valueOf(run.origin()),
                run.looked(),
                run.sent(),
                run.suppressed(),
                own.stream()
                        .filter(count -> Fate.valueOf(count.fate()) == Fate.SENT)
                        .map(count -> new StepCount(count.offsetDays(), count.count()))
                        .toList(),
                own.stream()
                        .filter(count -> Fate.valueOf(count.fate()) != Fate.SENT)
                        .map(count -> new ReasonCount(Fate.valueOf(count.fate()), count.count()))
                        .toList(),
                run.startedAt(),
                run.finishedAt());
    }

    /** A run that has only just been asked for. */
    static RunView of(ReminderRun run, Instant now) {
        return new RunView(
                run.id(),
                State.RUNNING,
                run.businessDate(),
                run.dryRun(),
                Origin.REQUEST,
                0,
                0,
                0,
                List.of(),
                List.of(),
                now,
                null);
    }
}
