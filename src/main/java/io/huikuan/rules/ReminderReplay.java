package io.huikuan.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would have been sent about a receivable, had its reminders followed a policy all its life. Nobody is taken to have acknowledged
 * anything, for nobody can know who would have: what repeats does so until the next step takes over.
 */
public final class ReminderReplay {

    /** @param occurrence the how-manieth sending of the step, from 1 */
    public record Sent(LocalDate on, ReminderStep step, int occurrence) {}

    private ReminderReplay() {}

    /** In the order of the days, none after {@code through}. Looks on the days that the ladder names, and whenever something happened. */
    public static List<Sent> of(
            ReceivableLife life, PolicyInForce inForce, BusinessCalendar calendar, LocalDate through) {
        var events = life.eventfulDays();
        var sent = new ArrayList<Sent>();
        var last = Optional.<LadderPosition>empty();
        var lastDueOn = life.dueOn();
        @Nullable LocalDate day = life.issuedOn();
        while (day != null && !day.isAfter(through)) {
            var dueOn = life.dueAsOf(day);
            if (!dueOn.equals(lastDueOn)) {
                last = Optional.empty();
                lastDueOn = dueOn;
            }
            var lastSentOn = sent.isEmpty()
                    ? Optional.<LocalDate>empty()
                    : Optional.of(sent.getLast().on());
            var snapshot = new ReminderSnapshot(
                    dueOn, life.openOn(day), life.heldOn(day), life.wasPromiseBroken(lastSentOn, day), last, true);
            var decision = ReminderLadder.decide(snapshot, inForce, calendar, day);
            if (decision instanceof ReminderDecision.Send send) {
                sent.add(new Sent(day, send.step(), send.occurrence()));
                last = Optional.of(new LadderPosition(send.step().offsetDays(), send.occurrence(), day, false));
            }
            day = sooner(decision.nextLookOn().orElse(null), events.higher(day));
        }
        return List.copyOf(sent);
    }

    private static @Nullable LocalDate sooner(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
