package io.huikuan.rules;

import io.huikuan.rules.ReminderDecision.Send;
import io.huikuan.rules.ReminderDecision.Suppressed;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Decides whether a receivable is to be reminded about today. The daily run, the dry run, the answer to "why was I (not) reminded?"
 * and the replay of another policy all ask here, so that they can't disagree.
 *
 * <p>The step that counts is the highest one reached that is worth it for what is asked for, never the one that equals today: days without
 * a look are caught up by that step once, and the ladder never goes down. A broken promise makes the step above the last one sent count as
 * reached. A part that is paid moves nothing: the steps still to come are about what is open then. A step that falls on a day off waits for
 * the next working day. Whoever looks on the days that the answers name, and on no others, sends exactly what looking every day would send.
 */
public final class ReminderLadder {

    private final ReminderSnapshot snapshot;
    private final PolicyInForce inForce;
    private final ReminderPolicy policy;
    private final BusinessCalendar calendar;
    private final LocalDate today;
    private final Money demand;

    private ReminderLadder(
            ReminderSnapshot snapshot, PolicyInForce inForce, BusinessCalendar calendar, LocalDate today) {
        this.snapshot = snapshot;
        this.inForce = inForce;
        this.policy = inForce.policy();
        this.calendar = calendar;
        this.today = today;
        this.demand = snapshot.demand();
    }

    /**
     * The decision for one receivable on one business date. Where several reasons speak against sending, the first in the order of
     * {@link Suppression} is given.
     */
    public static ReminderDecision decide(
            ReminderSnapshot snapshot, PolicyInForce inForce, BusinessCalendar calendar, LocalDate today) {
        return new ReminderLadder(snapshot, inForce, calendar, today).decide();
    }

    private ReminderDecision decide() {
        if (!snapshot.open().isPositive()) {
            return new Suppressed(Suppression.PAID, Optional.empty());
        }
        if (inForce.silent()) {
            return suppressed(Suppression.NO_REMINDERS, idleLook());
        }
        if (policy.tolerates(snapshot.open())) {
            return suppressed(Suppression.BELOW_TOLERANCE, idleLook());
        }
        if (!demand.isPositive() || policy.tolerates(demand)) {
            return suppressed(Suppression.ON_HOLD, idleLook());
        }
        var sentLater = snapshot.last().map(LadderPosition::sentOn).filter(today::isBefore);
        if (sentLater.isPresent()) {
            return suppressed(Suppression.ALREADY_SENT, calendar.nextWorkingDayAfter(sentLater.get()));
        }
        return stepReached().map(this::decideOn).orElseGet(() -> suppressed(Suppression.NOT_YET, ladderLook()));
    }

    private ReminderDecision decideOn(ReminderStep reached) {
        var occurrence = occurrenceDue(reached);
        if (occurrence.isEmpty()) {
            return suppressed(
                    Suppression.ALREADY_SENT,
                    repeatOn(reached).map(day -> earlier(day, ladderLook())).orElseGet(this::ladderLook));
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
        var nextLook = reached.repeats()
                ? earlier(calendar.plusWorkingDays(today, reached.repeatEveryWorkingDays()), ladderLook())
                : ladderLook();
        return new Send(reached, occurrence.getAsInt(), soonEnough(nextLook));
    }

    private Optional<ReminderStep> stepReached() {
        var raised = snapshot.promiseBroken() ? stepAboveLast() : Optional.<ReminderStep>empty();
        return policy.steps().reversed().stream()
                .filter(step -> step.isWorth(demand))
                .filter(step -> !dateOf(step).isAfter(today)
                        || raised.filter(step::equals).isPresent())
                .findFirst();
    }

    /** The first step, where none was sent. */
    private Optional<ReminderStep> stepAboveLast() {
        return policy.steps().stream()
                .filter(step -> step.isWorth(demand))
                .filter(step -> snapshot.last()
                        .filter(last -> step.offsetDays() <= last.offsetDays())
                        .isEmpty())
                .findFirst();
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
        return repeatOn(reached).filter(day -> !day.isAfter(today)).isPresent()
                ? OptionalInt.of(last.occurrence() + 1)
                : OptionalInt.empty();
    }

    /** Empty where the step is not the last one sent, or is not to be repeated. */
    private Optional<LocalDate> repeatOn(ReminderStep reached) {
        return snapshot.last()
                .filter(last -> reached.repeats() && last.offsetDays() == reached.offsetDays() && !last.acknowledged())
                .map(last -> calendar.plusWorkingDays(last.sentOn(), reached.repeatEveryWorkingDays()));
    }

    private LocalDate dateOf(ReminderStep step) {
        return policy.dayCount().plus(snapshot.dueOn(), step.offsetDays(), calendar);
    }

    /** When the next step is reached; where none is to come, an idle look, so that nothing open is ever forgotten. */
    private LocalDate ladderLook() {
        return policy.steps().stream()
                .filter(step -> step.isWorth(demand))
                .map(this::dateOf)
                .filter(today::isBefore)
                .findFirst()
                .map(calendar::workingDayOnOrAfter)
                .orElseGet(this::idleLook);
    }

    private LocalDate idleLook() {
        return calendar.workingDayOnOrAfter(today.plusDays(policy.idleLookDays()));
    }

    private LocalDate nextWorkingDay() {
        return calendar.nextWorkingDayAfter(today);
    }

    private Suppressed suppressed(Suppression reason, LocalDate nextLook) {
        return new Suppressed(reason, Optional.of(soonEnough(nextLook)));
    }

    /** The policy may end, or a hold, without anybody doing anything: it is looked at then. */
    private LocalDate soonEnough(LocalDate nextLook) {
        return Stream.concat(inForce.lastDay().stream(), snapshot.holdsEndOn().stream())
                .map(calendar::nextWorkingDayAfter)
                .reduce(nextLook, ReminderLadder::earlier);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
