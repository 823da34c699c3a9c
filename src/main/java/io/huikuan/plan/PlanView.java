package io.huikuan.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.plan.PlanQueries.LineRow;
import io.huikuan.plan.PlanQueries.VersionRow;
import io.huikuan.rules.Milestone;
import io.huikuan.rules.Money;
import io.huikuan.terms.DueRuleView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a contract is paid. */
@Schema(name = "Plan")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanView(
        @Schema(required = true) UUID contractId,

        @Schema(required = true, description = "Of the contract.")
        Money contractAmount,

        @Schema(
                required = true,
                description = "What the contract was billed for beside the plan, a deposit for example, less what was "
                        + "credited of that. Plan and this are never planned to be more than the contract.")
        Money billedOutside,

        @Schema(required = true) Version inForce,

        @Nullable @Schema(description = "Waits for a second person's approval; absent where none does.")
        Version proposed,

        @Schema(required = true, description = "What the contract has reached; signing is told by the contract.")
        List<Reached> milestones,

        @Schema(
                required = true,
                description = "The number in the ETag; grows with every change of the plan, its payments included.")
        long revision) {
    @Schema(name = "PlanState")
    public enum State {
        PROPOSED,
        IN_FORCE,
        SUPERSEDED,
        REFUSED
    }

    @Schema(name = "PlanVersion")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Version(
            @Schema(required = true, description = "1 is the original.", example = "1")
            int number,

            @Schema(required = true, example = "IN_FORCE") State state,
            @Nullable @Schema(example = "客户现金流紧张, 第二期拆成两期") String reason,

            @Schema(required = true, description = "From when on what it bills is owed.", example = "2026-11-22")
            LocalDate issuedOn,

            @Schema(required = true, description = "How much of what was open it lets be paid otherwise than before.")
            Money moved,

            @Nullable
            @Schema(
                    description = "By how many days it puts off the furthest of it; absent where some loses its date.",
                    example = "31")
            Integer daysLater,

            @Schema(required = true) UUID proposedBy,
            @Schema(required = true, example = "赵敏") String proposedByName,
            @Schema(required = true) Instant proposedAt,

            @Nullable @Schema(description = "Absent where it needed nobody's approval.")
            UUID decidedBy,

            @Nullable @Schema(example = "钱华") String decidedByName,
            @Nullable Instant decidedAt,
            @Nullable @Schema(example = "与客户电话确认过") String note,
            @Schema(required = true) Money total,
            @Schema(required = true) List<Line> lines) {
        static Version of(VersionRow row, List<LineRow> lines, String currency) {
            var state = State.valueOf(row.state());
            var views = lines.stream()
                    .filter(line -> line.version() == row.number())
                    .map(line -> Line.of(line, state))
                    .toList();
            return new Version(
                    row.number(),
                    state,
                    row.reason(),
                    row.issuedOn(),
                    Money.of(row.movedAmount(), currency),
                    row.movedDays(),
                    row.proposedBy(),
                    row.proposerName(),
                    row.proposedAt(),
                    row.decidedBy(),
                    row.deciderName(),
                    row.decidedAt(),
                    row.decisionNote(),
                    views.stream().map(Line::amount).reduce(Money.zero(currency), Money::plus),
                    views);
        }
    }

    @Schema(name = "PlanLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            @Schema(required = true) UUID id,
            @Schema(required = true, example = "1") int number,
            @Schema(required = true, example = "预付款") String label,
            @Schema(required = true) Money amount,

            @Nullable @Schema(description = "What is still to be paid of it; of the version in force only.")
            Money open,

            @Schema(required = true, example = "false", description = "Kept back as a security.")
            boolean holdback,

            @Nullable @Schema(description = "Absent where a date was agreed.")
            Milestone trigger,

            @Nullable @Schema(description = "Absent where a date was agreed.")
            DueRuleView due,

            @Nullable
            @Schema(
                    description =
                            "Absent while the milestone is waited for. Of the version in force as was agreed with the "
                                    + "receivable since.",
                    example = "2026-12-22")
            LocalDate dueOn,

            @Nullable @Schema(description = "Asks for it since it has a date.")
            UUID receivableId,

            @Nullable @Schema(example = "HT-2026-0042/1") String receivableNumber,

            @Nullable @Schema(description = "The line of the version before that it goes on from.")
            UUID followsId) {
        static Line of(LineRow row, State state) {
            var line = PlannedLine.of(row);
            boolean inForce = state == State.IN_FORCE;
            var due = line.due();
            return new Line(
                    line.id(),
                    row.ordinal(),
                    line.label(),
                    line.amount(),
                    inForce ? PlannedLine.present(row).open() : null,
                    line.holdback(),
                    line.trigger(),
                    due == null ? null : DueRuleView.of(due),
                    inForce ? PlannedLine.dueOn(row).orElse(null) : line.dueOn(),
                    row.receivableId(),
                    row.receivableNumber(),
                    line.followsId());
        }
    }

    @Schema(name = "ReachedMilestone")
    public record Reached(
            @Schema(required = true) Milestone kind,
            @Schema(required = true, example = "2026-11-20") LocalDate reachedOn) {}
}
