package io.huikuan.reminder;

import io.huikuan.assignment.EffectivePolicies.Subject;
import io.huikuan.assignment.EffectivePolicy;
import io.huikuan.rules.BusinessCalendar;
import io.huikuan.rules.Held;
import io.huikuan.rules.Money;
import io.huikuan.rules.PolicyInForce;
import io.huikuan.rules.ReminderSnapshot;
import io.huikuan.team.Audiences;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * All that the decisions of a page depend on besides the receivables themselves.
 *
 * @param standings by receivable: what was sent last
 * @param holds by receivable: what is not asked for
 * @param promisesBroken by receivable, how many
 */
record Circumstances(
        BusinessCalendar calendar,
        Audiences audiences,
        Map<Subject, EffectivePolicy> policies,
        Map<UUID, ReminderQueries.Standing> standings,
        Map<UUID, List<ReminderQueries.Hold>> holds,
        Map<UUID, Integer> promisesBroken) {

    PolicyInForce policyOf(ReminderQueries.Due due) {
        return Objects.requireNonNull(policies.get(due.subject())).inForce();
    }

    ReminderSnapshot snapshotOf(ReminderQueries.Due due, boolean hasRecipient) {
        var broken = brokenPromisesOf(due);
        var knownBroken = standing(due).map(ReminderQueries.Standing::promisesBroken);
        return new ReminderSnapshot(
                due.dueOn(),
                due.money(),
                holds.getOrDefault(due.receivableId(), List.of()).stream()
                        .map(hold ->
                                new Held(Money.of(hold.amount(), due.currency()), Optional.ofNullable(hold.endsOn())))
                        .toList(),
                broken > knownBroken.orElse(0),
                standing(due)
                        .filter(standing -> standing.dueOn().equals(due.dueOn()))
                        .map(ReminderQueries.Standing::position),
                hasRecipient);
    }

    int brokenPromisesOf(ReminderQueries.Due due) {
        return promisesBroken.getOrDefault(due.receivableId(), 0);
    }

    /** Also as of a due date that it no longer has: with another one the ladder starts anew, but old breaches are not held against it. */
    private Optional<ReminderQueries.Standing> standing(ReminderQueries.Due due) {
        return Optional.ofNullable(standings.get(due.receivableId()));
    }
}
