package io.huikuan.reminder;

import io.huikuan.rules.ReminderDecision;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A step that is sent.
 *
 * @param recipients at least one
 * @param responsible who has to do something about it, where there is such a person
 * @param promisesBroken how many promises to pay were broken up to then
 * @param nextWorkingDay after the day of the sending
 */
record Sent(
        ReminderQueries.Due due,
        ReminderDecision.Send send,
        Set<UUID> recipients,
        Optional<UUID> responsible,
        int promisesBroken,
        LocalDate nextWorkingDay) {
    int offsetDays() {
        return send.step().offsetDays();
    }

    int occurrence() {
        return send.occurrence();
    }
}
