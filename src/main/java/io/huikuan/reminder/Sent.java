package io.huikuan.reminder;

import io.huikuan.rules.ReminderDecision;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A step that is sent.
 *
 * @param recipients at least one
 * @param responsible who has to do something about it, where there is such a person
 */
record Sent(ReminderQueries.Due due, ReminderDecision.Send send, Set<UUID> recipients, Optional<UUID> responsible) {
    int offsetDays() {
        return send.step().offsetDays();
    }

    int occurrence() {
        return send.occurrence();
    }
}
