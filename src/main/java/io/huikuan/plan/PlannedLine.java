package io.huikuan.plan;

import static java.util.Objects.requireNonNull;

import io.huikuan.plan.PlanQueries.LineRow;
import io.huikuan.rules.DueKind;
import io.huikuan.rules.DueRule;
import io.huikuan.rules.Milestone;
import io.huikuan.rules.Money;
import io.huikuan.rules.PlanRevision.Present;
import io.huikuan.rules.WorkingDayRule;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line as it was agreed: due on a date, or so long after a milestone.
 *
 * @param trigger null where a date was agreed
 * @param due null where a date was agreed
 * @param dueOn the date that was agreed, or was reckoned from the milestone; null while that is waited for
 * @param followsId the line of the version before that it goes on from
 */
record PlannedLine(
        UUID id,
        String label,
        Money amount,
        boolean holdback,
        @Nullable Milestone trigger,
        @Nullable DueRule due,
        @Nullable LocalDate dueOn,
        @Nullable UUID followsId) {
    static PlannedLine of(LineRow row) {
        return new PlannedLine(
                row.id(),
                row.label(),
                Money.of(row.amount(), row.currency()),
                row.holdback(),
                row.triggerKind() == null ? null : Milestone.valueOf(row.triggerKind()),
                row.dueKind() == null
                        ? null
                        : new DueRule(
                                DueKind.valueOf(row.dueKind()),
                                requireNonNull(row.dueMonths()),
                                requireNonNull(row.dueDays()),
                                requireNonNull(row.dueDay()),
                                WorkingDayRule.valueOf(requireNonNull(row.workingDays()))),
                row.dueOn(),
                row.followsId());
    }

    /** Nothing about its date was agreed anew. */
    boolean isDueLike(PlannedLine other) {
        return trigger == other.trigger && Objects.equals(due, other.due) && Objects.equals(dueOn, other.dueOn);
    }

    /** A line in force, as it stands now: what is still open of it, and when it is due as was agreed since. */
    static Present present(LineRow row) {
        var amount = Money.of(row.amount(), row.currency());
        var carried = Money.of(row.carriedAmount(), row.currency());
        var open = row.openAmount() == null ? amount.minus(carried) : Money.of(row.openAmount(), row.currency());
        return new Present(row.id(), amount, open, carried, dueOn(row), row.receivableId() != null);
    }

    /** By its receivable, which may have been rescheduled by itself. */
    static Optional<LocalDate> dueOn(LineRow row) {
        return Optional.ofNullable(row.receivableDueOn() == null ? row.dueOn() : row.receivableDueOn());
    }
}
