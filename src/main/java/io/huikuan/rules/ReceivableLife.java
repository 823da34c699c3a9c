package io.huikuan.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What happened to a receivable, day by day, as far as reminders depend on it. What happens on a day is known when it is looked at on that
 * day.
 *
 * @param billed its amount, on the day of issue
 * @param dueOn as it was billed
 * @param settlements what was paid, credited or written off; negative where that was taken back
 * @param postponements other due dates, in the order in which they were agreed
 * @param promisesBroken the days on which it was found that a promise was broken
 */
public record ReceivableLife(
        LocalDate issuedOn,
        Money billed,
        LocalDate dueOn,
        List<Settlement> settlements,
        List<NewDueDate> postponements,
        List<Hold> holds,
        List<LocalDate> promisesBroken) {

    public record Settlement(LocalDate on, Money amount) {}

    /** @param on from when on it is due then */
    public record NewDueDate(LocalDate on, LocalDate dueOn) {}

    public record Hold(LocalDate from, Held held) {
        boolean stands(LocalDate day) {
            return !day.isBefore(from) && held.lastDay().filter(day::isAfter).isEmpty();
        }
    }

    public ReceivableLife {
        settlements = List.copyOf(settlements);
        postponements = List.copyOf(postponements);
        holds = List.copyOf(holds);
        promisesBroken = List.copyOf(promisesBroken);
    }

    Money openOn(LocalDate day) {
        var open = billed;
        for (var settlement : settlements) {
            open = settlement.on().isAfter(day) ? open : open.minus(settlement.amount());
        }
        return open;
    }

    LocalDate dueAsOf(LocalDate day) {
        return postponements.stream()
                .filter(one -> !one.on().isAfter(day))
                .map(NewDueDate::dueOn)
                .reduce(dueOn, (_, later) -> later);
    }

    List<Held> heldOn(LocalDate day) {
        return holds.stream().filter(hold -> hold.stands(day)).map(Hold::held).toList();
    }

    boolean wasPromiseBroken(Optional<LocalDate> after, LocalDate until) {
        return promisesBroken.stream()
                .anyMatch(on -> !on.isAfter(until)
                        && after.filter(day -> !on.isAfter(day)).isEmpty());
    }

    /** The days on which something happened that has the receivable looked at. */
    TreeSet<LocalDate> eventfulDays() {
        var days = new TreeSet<LocalDate>();
        days.add(issuedOn);
        settlements.forEach(one -> days.add(one.on()));
        postponements.forEach(one -> days.add(one.on()));
        holds.forEach(one -> days.add(one.from()));
        days.addAll(promisesBroken);
        return days;
    }
}
