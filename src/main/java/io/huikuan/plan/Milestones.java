package io.huikuan.plan;

import io.huikuan.rules.BusinessCalendar;
import io.huikuan.rules.DueRule;
import io.huikuan.rules.Milestone;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a contract has reached.
 *
 * @param issuedOn when the version of the plan was made
 */
record Milestones(LocalDate signedOn, LocalDate issuedOn, Map<Milestone, LocalDate> reached) {
    /** As reminders have it: Monday to Friday. */
    private static final BusinessCalendar CALENDAR = BusinessCalendar.mondayToFriday();

    /** Empty while it is waited for. */
    Optional<LocalDate> of(Milestone milestone) {
        return switch (milestone) {
            case ISSUE -> Optional.of(issuedOn);
            case SIGNING -> Optional.of(signedOn);
            case DELIVERY, ACCEPTANCE -> Optional.ofNullable(reached.get(milestone));
        };
    }

    Optional<LocalDate> dueOn(Milestone milestone, DueRule due) {
        return of(milestone).map(day -> due.after(day, CALENDAR));
    }
}
