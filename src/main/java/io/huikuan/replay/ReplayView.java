package io.huikuan.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.assignment.PolicyScope;
import io.huikuan.platform.NotInExample;
import io.huikuan.policy.LadderView;
import io.huikuan.policy.WantedLadder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A replay, and what it has found so far, counted in notices to people. */
@Schema(name = "PolicyReplay")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayView(
        @Schema(required = true) UUID id,
        @Schema(required = true) State state,

        @Schema(required = true, example = "30000", description = "Receivables that it is about.")
        long total,

        @Schema(required = true, example = "12000", description = "Of them, gone through so far.")
        long looked,

        @Schema(required = true, example = "2026-08-01") LocalDate from,
        @Schema(required = true, example = "2026-11-22") LocalDate to,
        @Schema(required = true) PolicyScope scope,
        @NotInExample @Nullable @Schema(example = "A") String customerClass,
        @NotInExample @Nullable UUID subjectId,
        @Schema(required = true) LadderView ladder,
        @Schema(required = true) DifferenceView difference,
        @Schema(required = true) Instant requestedAt,
        @Nullable Instant finishedAt) {
    @Schema(name = "PolicyReplayState")
    enum State {
        RUNNING,
        DONE
    }

    /** Nobody is taken to have acknowledged anything, on neither side. */
    @Schema(name = "NoticeDifference")
    record DifferenceView(
            @Schema(required = true, example = "410", description = "Told on the same day.")
            long kept,

            @Schema(required = true, example = "12") long added,
            @Schema(required = true, example = "96") long removed,

            @Schema(required = true, example = "31", description = "Told on another day.")
            long moved) {}

    /** The same for one person or customer. */
    @Schema(name = "PolicyReplayLine")
    record LineView(
            @Schema(required = true) UUID id,
            @Schema(required = true, example = "王伟") String name,
            @Schema(required = true) DifferenceView difference) {
        static LineView of(ReplayQueries.Line line) {
            return new LineView(
                    line.id(),
                    line.name(),
                    new DifferenceView(line.kept(), line.added(), line.removed(), line.moved()));
        }
    }

    static ReplayView of(ReplayQueries.Row row, WantedLadder ladder) {
        return new ReplayView(
                row.id(),
                State.valueOf(row.state()),
                row.total(),
                row.looked(),
                row.fromOn(),
                row.throughOn(),
                PolicyScope.valueOf(row.scope()),
                row.customerClass(),
                row.subjectId(),
                LadderView.of(ladder.kept("proposed", 1)),
                new DifferenceView(row.kept(), row.added(), row.removed(), row.moved()),
                row.requestedAt(),
                row.finishedAt());
    }
}
