package io.huikuan.reminder;

import io.huikuan.rules.ReminderDecision;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one look: a step was sent, or the reason why none was. */
@Schema(name = "ReminderFate")
enum Fate {
    SENT,
    PAID,
    NO_REMINDERS,
    BELOW_TOLERANCE,
    ON_HOLD,
    NOT_YET,
    ALREADY_SENT,
    NON_WORKING_DAY,
    MIN_INTERVAL,
    NO_RECIPIENT;

    static Fate of(ReminderDecision decision) {
        return switch (decision) {
            case ReminderDecision.Send _ -> SENT;
            case ReminderDecision.Suppressed suppressed ->
                valueOf(suppressed.reason().name());
        };
    }
}
