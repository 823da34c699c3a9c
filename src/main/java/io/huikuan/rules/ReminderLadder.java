package io.huikuan.rules;

import static java.time.temporal.ChronoUnit.DAYS;

import io.huikuan.rules.ReminderDecision.Send;
import io.huikuan.rules.ReminderDecision.Suppressed;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decides whether a receivable is to be reminded about today. The daily run, the dry run and the answer to "why was I (not) reminded?"
 * all ask here, so that they can't disagree.
 *
 * <p>The step that counts is the highest one reached, never the one that equals today: days without a look are caught up by that step
 * once, and the ladder never goes down. A step that falls on a day off waits for the next working day. Whoever looks on the days that
 * the answers name, and on no others, sends exactly what looking every day would send.
 */
public final class ReminderLadder {

    private final ReminderSnapshot snapshot;
    private final ReminderPolicy policy;
    private final BusinessCalendar calendar;
    private final LocalDate today;

    private ReminderLadder(
            ReminderSnapshot snapshot, ReminderPolicy policy, BusinessCalendar calendar, LocalDate today) {
        this.snapshot = snapshot;
        this.policy = policy;
        this.calendar = calendar;
        this.today = today;
    }

    /**
     * The decision for one receivable on one business date. Where several reasons speak against sending, the first in the order of
     * {@link Suppression} is given.
     */
    public static ReminderDecision decide(
            ReminderSnapshot snapshot, ReminderPolicy policy, BusinessCalendar calendar, LocalDate today) {
        return new ReminderLadder(snapshot, policy, calendar, today).decide();
    }

    private ReminderDecision decide() {
        if (!snapshot.open().isPositive()) {
            return new Suppressed(Suppression.PAID, Optional.empty());
        }
        if (policy.tolerates(snapshot.open())) {
            return suppressed(Suppression.BELOW_TOLERANCE, idleLook());
        }
        if (!snapshot.demand().isPositive() || policy.tolerates(snapshot.demand())) {
            return suppressed(Suppression.ON_HOLD, nextWorkingDay());
        }
        var sentLater = snapshot.last().map(LadderPosition::sentOn).filter(today::isBefore);
        if (sentLater.isPresent()) {
            return suppressed(Suppression.ALREADY_SENT, calendar.nextWorkingDayAfter(sentLater.get()));
        }
        return policy.stepReached(daysPastDue())
                .map(this::decideOn)
                .orElseGet(() -> suppressed(Suppression.NOT_YET, ladderLook()));
    }

    private ReminderDecision decideOn(ReminderStep reached) {
        var occurrence = occurrenceDue(reached);
        if (occurrence.isEmpty()) {
            return suppressed(Suppression.ALREADY_SENT, awaitsRepeat(reached) ? nextWorkingDay() : ladderLook());
        }
        if (!calendar.isWorkingDay(today)) {
            return suppressed(Suppression.NON_WORKING_DAY, nextWorkingDay());
        }
        var rested = snapshot.last().map(last -> last.sentOn().plusDays(policy.minimumIntervalDays()));
        if (rested.filter(today::isBefore).isPresent()) {
            return suppressed(Suppression.MIN_INTERVAL, calendar.workingDayOnOrAfter(rested.get()));
        }
        if (!snapshot.hasRecipient()) {
            return suppressed(Suppression.NO_RECIPIENT, nextWorkingDay());
        }
        var nextLook = reached.repeatsEveryWorkingDay() ? nextWorkingDay() : ladderLook();
        return new Send(reached, occurrence.getAsInt(), nextLook);
    }

    /** Empty if the step was sent, or a higher one, and is not to be repeated today. */
    private OptionalInt occurrenceDue(ReminderStep reached) {
        if (snapshot.last().isEmpty()) {
            return OptionalInt.of(1);
        }
        var last = snapshot.last().get();
        if (last.offsetDays() < reached.offsetDays()) {
            return OptionalInt.of(1);
        }
        return awaitsRepeat(reached) && last.sentOn().isBefore(today)
                ? OptionalInt.of(last.occurrence() + 1)
                : OptionalInt.empty();
    }

    private boolean awaitsRepeat(ReminderStep reached) {
        return reached.repeatsEveryWorkingDay()
                && snapshot.last()
                        .filter(last -> last.offsetDays() == reached.offsetDays() && !last.acknowledged())
                        .isPresent();
    }

    private long daysPastDue() {
        return DAYS.between(snapshot.dueOn(), today);
    }

    /** When the next step is reached; where none is to come, an idle look, so that nothing open is ever forgotten. */
    private LocalDate ladderLook() {
        return policy.stepToCome(daysPastDue())
                .map(step -> calendar.workingDayOnOrAfter(snapshot.dueOn().plusDays(step.offsetDays())))
                .orElseGet(this::idleLook);
    }

    private LocalDate idleLook() {
        return calendar.workingDayOnOrAfter(today.plusDays(policy.idleLookDays()));
    }

    private LocalDate nextWorkingDay() {
        return calendar.nextWorkingDayAfter(today);
    }

    private static Suppressed suppressed(Suppression reason, LocalDate nextLook) {
        return new Suppressed(reason, Optional.of(nextLook));
    }
}
