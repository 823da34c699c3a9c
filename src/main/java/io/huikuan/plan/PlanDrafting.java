package io.huikuan.plan;

import io.huikuan.plan.PlanFaults.LineDueBeforeIssue;
import io.huikuan.plan.PlanFaults.PlanInOtherCurrency;
import io.huikuan.plan.PlanFaults.PlanWithoutLines;
import io.huikuan.plan.PlanFaults.PortionWithoutAmount;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Problem.Fault;
import io.huikuan.rules.DueRule;
import io.huikuan.rules.Milestone;
import io.huikuan.rules.Money;
import io.huikuan.rules.PaymentTerms;
import io.huikuan.rules.WorkingDayRule;
import io.huikuan.terms.DueRuleView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the lines of a version out of what was asked for, and refuses what makes no sense in itself.
 *
 * @param issuedOn the version's own
 */
record PlanDrafting(String currency, LocalDate issuedOn) {
    /** As of which nothing is agreed but the milestone. */
    private static final DueRule ON_THE_DAY = DueRule.days(0, WorkingDayRule.AS_IS);

    /** @throws PortionWithoutAmount when the total is too small for the terms */
    static List<PlannedLine> byTerms(PaymentTerms terms, Money total) {
        return terms.partsOf(total).stream()
                .map(part -> {
                    if (!part.amount().isPositive()) {
                        throw new PortionWithoutAmount(part.label());
                    }
                    return new PlannedLine(
                            Ids.next(),
                            part.label(),
                            part.amount(),
                            part.holdback(),
                            part.trigger(),
                            part.due(),
                            null,
                            null);
                })
                .toList();
    }

    List<PlannedLine> lines(List<NewPlan.Line> wanted) {
        if (wanted.isEmpty()) {
            throw new PlanWithoutLines();
        }
        var lines = new ArrayList<PlannedLine>();
        for (int at = 0; at < wanted.size(); at++) {
            var line = wanted.get(at);
            var when = when(at, line.trigger(), line.due(), line.dueOn());
            if (when == null) {
                throw InvalidRequest.field("/lines/" + at + "/dueOn", "due-on-or-trigger");
            }
            boolean holdback = Boolean.TRUE.equals(line.holdback());
            lines.add(line(at, line.label(), line.amount(), holdback, when, null));
        }
        return lines;
    }

    /** @param present the lines in force, by id */
    List<PlannedLine> lines(List<NewPlanVersion.Line> wanted, Map<UUID, PlannedLine> present) {
        if (wanted.isEmpty()) {
            throw new PlanWithoutLines();
        }
        var lines = new ArrayList<PlannedLine>();
        for (int at = 0; at < wanted.size(); at++) {
            var line = wanted.get(at);
            var when = when(at, line.trigger(), line.due(), line.dueOn());
            lines.add(line.lineId() == null ? added(at, line, when) : goingOn(at, line, when, present));
        }
        return lines;
    }

    private PlannedLine added(int at, NewPlanVersion.Line line, @Nullable When when) {
        var faults = new ArrayList<Fault>();
        if (line.label() == null) {
            faults.add(new Fault("/lines/" + at + "/label", "required", List.of()));
        }
        if (line.amount() == null) {
            faults.add(new Fault("/lines/" + at + "/amount", "required", List.of()));
        }
        if (when == null) {
            faults.add(new Fault("/lines/" + at + "/dueOn", "due-on-or-trigger", List.of()));
        }
        if (line.label() == null || line.amount() == null || when == null) {
            throw new InvalidRequest(faults);
        }
        return line(at, line.label(), line.amount(), Boolean.TRUE.equals(line.holdback()), when, null);
    }

    private PlannedLine goingOn(int at, NewPlanVersion.Line line, @Nullable When when, Map<UUID, PlannedLine> present) {
        var before = present.get(Objects.requireNonNull(line.lineId()));
        if (before == null) {
            throw InvalidRequest.field("/lines/" + at + "/lineId", "plan-line-unknown");
        }
        return line(
                at,
                Objects.requireNonNullElse(line.label(), before.label()),
                Objects.requireNonNullElse(line.amount(), before.amount()),
                Objects.requireNonNullElse(line.holdback(), before.holdback()),
                when == null ? new When(before.trigger(), before.due(), before.dueOn()) : when,
                before.id());
    }

    private PlannedLine line(
            int at, String label, Money amount, boolean holdback, When when, @Nullable UUID followsId) {
        if (!amount.currency().equals(currency)) {
            throw new PlanInOtherCurrency(at, currency);
        }
        if (!amount.isPositive()) {
            throw InvalidRequest.field("/lines/" + at + "/amount/amount", "must-be-positive");
        }
        return new PlannedLine(
                Ids.next(), label, amount, holdback, when.trigger(), when.due(), when.dueOn(), followsId);
    }

    private record When(
            @Nullable Milestone trigger,
            @Nullable DueRule due,
            @Nullable LocalDate dueOn) {}

    /** Null where nothing is said about it. */
    private @Nullable When when(
            int at, @Nullable Milestone trigger, @Nullable DueRuleView due, @Nullable LocalDate dueOn) {
        var line = "/lines/" + at;
        if ((dueOn != null && (trigger != null || due != null)) || (trigger == null && due != null)) {
            throw InvalidRequest.field(line + (dueOn == null ? "/trigger" : "/dueOn"), "due-on-or-trigger");
        }
        if (dueOn != null) {
            if (dueOn.isBefore(issuedOn)) {
                throw new LineDueBeforeIssue(at, issuedOn);
            }
            return new When(null, null, dueOn);
        }
        if (trigger == null) {
            return null;
        }
        var faults = due == null ? List.<Fault>of() : due.faults(line + "/due");
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return new When(trigger, due == null ? ON_THE_DAY : due.rule(), null);
    }
}
