package io.huikuan.plan;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.huikuan.plan.PlanEnacting.Deed;
import io.huikuan.plan.PlanFaults.LineDueBeforeIssue;
import io.huikuan.plan.PlanFaults.PaidLineRescheduled;
import io.huikuan.plan.PlanFaults.PlanDropsBilled;
import io.huikuan.plan.PlanFaults.PlanDropsPaid;
import io.huikuan.plan.PlanFaults.PlanExceedsContract;
import io.huikuan.plan.PlanQueries.LineRow;
import io.huikuan.plan.PlanReading.Planned;
import io.huikuan.rules.Money;
import io.huikuan.rules.PaidLineMoved;
import io.huikuan.rules.PlanLosesPaid;
import io.huikuan.rules.PlanRevision;
import io.huikuan.rules.PlanRevision.Step;
import io.huikuan.rules.PlanRevision.Wanted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a new version does to the plan in force, as things stand now.
 *
 * @param takenOff by receivable
 * @param lowersTheTotal it plans less than the one before
 */
record PlanChange(PlanRevision revision, List<Deed> deeds, Map<UUID, Money> takenOff, boolean lowersTheTotal) {
    /**
     * @param lines of the new version
     * @throws PlanExceedsContract when they are more than what is left of the contract
     * @throws PlanDropsBilled when they are less than what is billed
     * @throws PlanDropsPaid when they have no room for what was paid on a line
     * @throws PaidLineRescheduled when a paid line gets another date
     * @throws LineDueBeforeIssue when a line that is billed anew was due before today
     */
    static PlanChange of(Planned plan, List<PlannedLine> lines, LocalDate today) {
        var present = plan.linesOf(plan.inForce());
        var byId = present.stream().collect(toMap(LineRow::id, identity()));
        boolean lowersTheTotal = requireTotal(plan, present, lines);
        var wanted = lines.stream()
                .map(line -> new Wanted(
                        Optional.ofNullable(line.followsId()),
                        line.amount(),
                        dueOn(line, followed(line, byId), plan.milestones())))
                .toList();
        var revision = revision(plan, present, wanted);
        var deeds = new ArrayList<Deed>();
        for (int at = 0; at < lines.size(); at++) {
            var outcome = revision.outcomes().get(at);
            var dueOn = wanted.get(at).dueOn();
            if (outcome.step() == Step.BILL && dueOn.orElseThrow().isBefore(today)) {
                throw new LineDueBeforeIssue(at, today);
            }
            var line = lines.get(at);
            deeds.add(new Deed(line, outcome.step(), outcome.carried(), today, dueOn, followed(line, byId)));
        }
        var takenOff = new HashMap<UUID, Money>();
        revision.takenOff()
                .forEach((line, amount) -> takenOff.put(receivableOf(Objects.requireNonNull(byId.get(line))), amount));
        return new PlanChange(revision, deeds, takenOff, lowersTheTotal);
    }

    @Nullable
    Integer daysLater() {
        return revision.daysLater().orElse(null);
    }

    /** Where more was billed beside the plan than the contract had left, a version may still plan what the one before did. */
    private static boolean requireTotal(Planned plan, List<LineRow> present, List<PlannedLine> lines) {
        var nothing = Money.zero(plan.amount().currency());
        var total = lines.stream().map(PlannedLine::amount).reduce(nothing, Money::plus);
        var before = present.stream()
                .map(PlannedLine::present)
                .map(PlanRevision.Present::amount)
                .reduce(nothing, Money::plus);
        var left = plan.amount().minus(plan.outside());
        if (total.compareTo(left) > 0 && total.compareTo(before) > 0) {
            throw new PlanExceedsContract(total, left);
        }
        var billed = present.stream().map(PlanChange::billed).reduce(nothing, Money::plus);
        if (total.compareTo(billed) < 0) {
            throw new PlanDropsBilled(total, billed);
        }
        return total.compareTo(before) < 0;
    }

    /** What waits was billed as far as it took the place of something that was. */
    private static Money billed(LineRow row) {
        var line = PlannedLine.present(row);
        return row.receivableId() == null && row.replacesId() == null ? line.carried() : line.amount();
    }

    /** A line of which nothing about its date was said keeps the one that it has by now. */
    private static Optional<LocalDate> dueOn(PlannedLine line, @Nullable LineRow followed, Milestones milestones) {
        if (followed != null && line.isDueLike(PlannedLine.of(followed))) {
            return PlannedLine.dueOn(followed);
        }
        if (line.trigger() == null || line.due() == null) {
            return Optional.ofNullable(line.dueOn());
        }
        return milestones.dueOn(line.trigger(), line.due());
    }

    private static PlanRevision revision(Planned plan, List<LineRow> present, List<Wanted> wanted) {
        try {
            return PlanRevision.of(
                    present.stream().map(PlannedLine::present).toList(),
                    wanted,
                    plan.amount().currency());
        } catch (PlanLosesPaid lost) {
            var label = present.stream()
                    .filter(row -> row.id().equals(lost.lineId()))
                    .map(LineRow::label)
                    .findFirst()
                    .orElseThrow();
            throw new PlanDropsPaid(label, lost.paid());
        } catch (PaidLineMoved moved) {
            throw new PaidLineRescheduled(moved.index());
        }
    }

    private static @Nullable LineRow followed(PlannedLine line, Map<UUID, LineRow> byId) {
        return line.followsId() == null ? null : byId.get(line.followsId());
    }

    private static UUID receivableOf(LineRow row) {
        return Objects.requireNonNull(row.receivableId(), "only what is billed is taken off");
    }
}
