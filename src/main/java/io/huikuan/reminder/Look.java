package io.huikuan.reminder;

import io.huikuan.rules.BusinessCalendar;
import io.huikuan.rules.LadderPosition;
import io.huikuan.rules.Money;
import io.huikuan.rules.ReminderDecision;
import io.huikuan.rules.ReminderLadder;
import io.huikuan.rules.ReminderPolicy;
import io.huikuan.rules.ReminderSnapshot;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One look at one receivable, and what was decided.
 *
 * @param sent empty when nothing is sent
 */
record Look(ReminderQueries.Due due, ReminderDecision decision, Optional<Sent> sent) {
    /** What every organisation has until it writes a policy and a calendar of its own. */
    static final ReminderPolicy POLICY = ReminderPolicy.standard();

    static final BusinessCalendar CALENDAR = BusinessCalendar.mondayToFriday();

    /** The step that is due says whom to look for; where nobody is found, the ladder is asked again with that. */
    static Look at(ReminderQueries.Due due, Optional<LadderPosition> last, Recipients people, LocalDate today) {
        var decision = decide(due, last, true, today);
        if (!(decision instanceof ReminderDecision.Send send)) {
            return new Look(due, decision, Optional.empty());
        }
        var recipients = people.of(send.step(), due);
        return recipients.isEmpty()
                ? new Look(due, decide(due, last, false, today), Optional.empty())
                : new Look(due, decision, Optional.of(new Sent(due, send, recipients, people.responsible(due))));
    }

    private static ReminderDecision decide(
            ReminderQueries.Due due, Optional<LadderPosition> last, boolean hasRecipient, LocalDate today) {
        var open = due.money();
        var nothingHeld = Money.zero(open.currency());
        var snapshot = new ReminderSnapshot(due.dueOn(), open, nothingHeld, last, hasRecipient);
        return ReminderLadder.decide(snapshot, POLICY, CALENDAR, today);
    }

    Fate fate() {
        return Fate.of(decision);
    }

    /** There always is one: only what is paid has none, and that is not looked at. */
    LocalDate nextLookOn() {
        return decision.nextLookOn().orElseThrow();
    }
}
