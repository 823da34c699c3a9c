package io.huikuan.reminder;

import io.huikuan.rules.PolicyInForce;
import io.huikuan.rules.ReminderDecision;
import io.huikuan.rules.ReminderLadder;
import io.huikuan.rules.ReminderPolicy;
import io.huikuan.rules.ReminderSnapshot;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One look at one receivable, what it was decided of, and what was decided.
 *
 * @param sent empty when nothing is sent
 */
record Look(
        ReminderQueries.Due due,
        ReminderSnapshot snapshot,
        PolicyInForce policy,
        ReminderDecision decision,
        Optional<Sent> sent) {
    /** The step that is due says whom to look for; where nobody is found, the ladder is asked again with that. */
    static Look at(ReminderQueries.Due due, Circumstances circumstances, LocalDate today) {
        var policy = circumstances.policyOf(due);
        var snapshot = circumstances.snapshotOf(due, true);
        var decision = ReminderLadder.decide(snapshot, policy, circumstances.calendar(), today);
        if (!(decision instanceof ReminderDecision.Send send)) {
            return new Look(due, snapshot, policy, decision, Optional.empty());
        }
        var audiences = circumstances.audiences();
        var recipients = audiences.of(send.step().audience(), due.ownerId());
        if (recipients.isEmpty()) {
            var nobody = circumstances.snapshotOf(due, false);
            var instead = ReminderLadder.decide(nobody, policy, circumstances.calendar(), today);
            return new Look(due, nobody, policy, instead, Optional.empty());
        }
        var sent = new Sent(
                due,
                send,
                recipients,
                audiences.responsible(due.ownerId()),
                circumstances.brokenPromisesOf(due),
                circumstances.calendar().nextWorkingDayAfter(today));
        return new Look(due, snapshot, policy, decision, Optional.of(sent));
    }

    Fate fate() {
        return Fate.of(decision);
    }

    /** There always is one: only what is paid has none, and that is not looked at. */
    LocalDate nextLookOn() {
        return decision.nextLookOn().orElseThrow();
    }

    /** Null for the standard one. */
    @Nullable
    UUID policyId() {
        var id = policy.policy().id();
        return id.equals(ReminderPolicy.standard().id()) ? null : UUID.fromString(id);
    }
}
