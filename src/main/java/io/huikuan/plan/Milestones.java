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
 * @param calendar of the organisation, as it is now: a line that was billed keeps its date
 */
record Milestones(
        LocalDate signedOn, LocalDate issuedOn, Map<Milestone, LocalDate> reached, BusinessCalendar calendar) {
    /** Empty while it is waited for. */
    Optional<LocalDate> of(Milestone milestone) {
        return switch (milestone) {
            case ISSUE -> Optional.of(issuedOn);
            case SIGNING -> Optional.of(signedOn);
            case DELIVERY, ACCEPTANCE -> Optional.ofNullable(reached.get(milestone));
        };
    }

    Optional<LocalDate> dueOn(Milestone milestone, DueRule due) {
        return of(milestone).map(day -> due.after(day, calendar));
    }
}
