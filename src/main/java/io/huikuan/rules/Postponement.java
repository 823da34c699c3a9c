package io.huikuan.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far a new version of a plan puts off what is still to be paid. What goes on from a line is as much later as it says. Money of a
 * line that nothing goes on from may be asked for by any line that is not just where it was: the furthest of these counts, so that
 * nobody moves money further by not saying which.
 */
final class Postponement {
    /**
     * What is still to be paid of a line.
     *
     * @param dueOn empty while it waits for its milestone
     */
    record Due(Money open, Optional<LocalDate> dueOn) {}

    private final List<Optional<LocalDate>> elsewhere = new ArrayList<>();
    private Optional<LocalDate> lostFrom = Optional.empty();
    private boolean losesItsDate;
    private int daysLater;

    /** A line of the new version that goes on from none. */
    void add(Due added) {
        elsewhere.add(added.dueOn());
    }

    /** @param after what goes on from it: it takes what stays on the day first, then what comes next; the rest is more than it was */
    void goOn(Due line, List<Due> after) {
        var left = line.open();
        for (var next : inOrder(line, after)) {
            boolean stays = next.dueOn().equals(line.dueOn()) && next.open().compareTo(left) <= 0;
            if (!stays) {
                elsewhere.add(next.dueOn());
            }
            if (left.isPositive()) {
                line.dueOn().ifPresent(from -> putOff(from, next.dueOn()));
            }
            left = left.minus(left.min(next.open()));
        }
        if (left.isPositive()) {
            line.dueOn().filter(this::isFirstLost).ifPresent(from -> lostFrom = Optional.of(from));
        }
    }

    private static List<Due> inOrder(Due line, List<Due> after) {
        return after.stream()
                .filter(next -> next.open().isPositive())
                .sorted(Comparator.comparing((Due next) -> !next.dueOn().equals(line.dueOn()))
                        .thenComparing(next -> next.dueOn().orElse(LocalDate.MAX)))
                .toList();
    }

    /** By how many days the furthest of it is later; empty where some of it loses its date. */
    Optional<Integer> daysLater() {
        lostFrom.ifPresent(from -> elsewhere.forEach(to -> putOff(from, to)));
        return losesItsDate ? Optional.empty() : Optional.of(daysLater);
    }

    private boolean isFirstLost(LocalDate day) {
        return lostFrom.map(day::isBefore).orElse(true);
    }

    private void putOff(LocalDate from, Optional<LocalDate> to) {
        losesItsDate |= to.isEmpty();
        daysLater = to.map(day -> Math.max(daysLater, Math.toIntExact(ChronoUnit.DAYS.between(from, day))))
                .orElse(daysLater);
    }
}
