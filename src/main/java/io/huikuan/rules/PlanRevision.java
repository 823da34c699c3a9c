package io.huikuan.rules;

import static java.util.stream.Collectors.groupingBy;

import io.huikuan.rules.Postponement.Due;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What a new version of a payment plan does to the one in force: which receivables stay, which are due on another day, what is taken off
 * and billed anew. Whatever was paid stays paid: it counts towards the lines that go on from the one it was paid on.
 *
 * @param outcomes of the wanted lines, in their order
 * @param takenOff how much of which billed line is taken off its receivable, to be billed on others
 * @param moved how much of what was still to be paid is to be paid otherwise than before
 * @param daysLater by how many days the furthest of it is later, as {@link Postponement} reckons; empty where some of it loses its date
 */
public record PlanRevision(
        List<Outcome> outcomes, Map<UUID, Money> takenOff, Money moved, Optional<Integer> daysLater) {
    /**
     * A line of the plan in force.
     *
     * @param open what of the amount is still to be paid, whether it is billed yet or not
     * @param carried what of the amount was paid before on a receivable that the line's own took the place of
     * @param dueOn empty while it waits for its milestone
     * @param billed whether a receivable of its own asks for it
     */
    public record Present(UUID id, Money amount, Money open, Money carried, Optional<LocalDate> dueOn, boolean billed) {
        Money settled() {
            return amount.minus(open);
        }
    }

    /**
     * A line of the new version.
     *
     * @param follows the line that it goes on from, alone or with others
     * @param amount with what was paid of it already
     * @param dueOn empty while it waits for its milestone
     */
    public record Wanted(Optional<UUID> follows, Money amount, Optional<LocalDate> dueOn) {}

    /** What becomes of a wanted line. */
    public enum Step {
        /** The receivable of the line before stays, less what is taken off it. */
        KEEP,
        /** The same, due on another day. */
        RESCHEDULE,
        /** It is billed. */
        BILL,
        /** It waits for its milestone. */
        WAIT,
        /** All of it was paid before. */
        PAID
    }

    /** @param carried what of the line was paid before, on the receivable that its own takes the place of */
    public record Outcome(Step step, Money carried) {}

    public PlanRevision {
        outcomes = List.copyOf(outcomes);
        takenOff = Map.copyOf(takenOff);
    }

    /**
     * @throws PlanLosesPaid when the lines that go on from a line are less than what was paid on it
     * @throws PaidLineMoved when a line that is paid gets another date
     */
    public static PlanRevision of(List<Present> present, List<Wanted> wanted, String currency) {
        return new Working(wanted, currency).revise(present);
    }

    private static final class Working {
        private final List<Wanted> wanted;
        private final Map<UUID, List<Integer>> followers;
        private final List<Outcome> outcomes;
        private final Map<UUID, Money> takenOff = new HashMap<>();
        private final Postponement postponement = new Postponement();
        private Money moved;

        Working(List<Wanted> wanted, String currency) {
            this.wanted = wanted;
            this.moved = Money.zero(currency);
            this.followers = IntStream.range(0, wanted.size())
                    .boxed()
                    .filter(at -> wanted.get(at).follows().isPresent())
                    .collect(groupingBy(at -> wanted.get(at).follows().orElseThrow()));
            this.outcomes = new ArrayList<>(Collections.nCopies(wanted.size(), new Outcome(Step.WAIT, moved)));
        }

        PlanRevision revise(List<Present> present) {
            for (int at = 0; at < wanted.size(); at++) {
                var line = wanted.get(at);
                outcomes.set(at, anew(line, moved));
                if (line.follows().isEmpty()) {
                    postponement.add(new Due(line.amount(), line.dueOn()));
                }
            }
            present.forEach(line -> goOn(line, followers.getOrDefault(line.id(), List.of())));
            return new PlanRevision(outcomes, takenOff, moved, postponement.daysLater());
        }

        private void goOn(Present line, List<Integer> after) {
            var keeper = after.stream()
                    .filter(at -> keeps(line, wanted.get(at), after.size()))
                    .findFirst();
            if (keeper.isPresent()) {
                keep(line, keeper.get());
            } else {
                replace(line, after);
            }
            postponement.goOn(
                    new Due(line.open(), line.dueOn()),
                    after.stream().map(at -> stillDue(line, at)).toList());
        }

        /** On the same day for no more; or the only one, for the very same amount. */
        private static boolean keeps(Present line, Wanted next, int followers) {
            if (!line.billed()) {
                return followers == 1 && next.amount().equals(line.amount());
            }
            boolean sameDay = next.dueOn().isPresent() && next.dueOn().equals(line.dueOn());
            boolean fits =
                    next.amount().compareTo(line.amount()) <= 0 && next.amount().compareTo(line.settled()) >= 0;
            boolean onlyMoved =
                    followers == 1 && next.dueOn().isPresent() && next.amount().equals(line.amount());
            return (sameDay && fits) || onlyMoved;
        }

        private void keep(Present line, int at) {
            var next = wanted.get(at);
            boolean sameDay = next.dueOn().equals(line.dueOn());
            if (!line.billed()) {
                outcomes.set(at, anew(next, line.carried()));
                moved = sameDay || line.dueOn().isEmpty() ? moved : moved.plus(line.open());
                return;
            }
            if (!sameDay && line.open().isZero()) {
                throw new PaidLineMoved(at);
            }
            outcomes.set(at, new Outcome(sameDay ? Step.KEEP : Step.RESCHEDULE, line.carried()));
            takeOff(line, line.amount().minus(next.amount()));
            moved = sameDay ? moved : moved.plus(line.open());
        }

        /** What was paid on the line counts towards those that go on from it, in their order. */
        private void replace(Present line, List<Integer> after) {
            var paid = line.settled();
            for (int at : after) {
                var carried = paid.min(wanted.get(at).amount());
                outcomes.set(at, anew(wanted.get(at), carried));
                paid = paid.minus(carried);
            }
            if (paid.isPositive()) {
                throw new PlanLosesPaid(line.id(), line.settled());
            }
            if (line.billed()) {
                takeOff(line, line.open());
            } else {
                moved = moved.plus(line.open());
            }
        }

        private void takeOff(Present line, Money amount) {
            if (amount.isPositive()) {
                takenOff.put(line.id(), amount);
                moved = moved.plus(amount);
            }
        }

        private Due stillDue(Present line, int at) {
            var next = wanted.get(at);
            var paid = switch (outcomes.get(at).step()) {
                case KEEP, RESCHEDULE -> line.settled();
                case BILL, WAIT, PAID -> outcomes.get(at).carried();
            };
            return new Due(next.amount().minus(paid), next.dueOn());
        }

        private static Outcome anew(Wanted line, Money carried) {
            if (line.amount().equals(carried)) {
                return new Outcome(Step.PAID, carried);
            }
            return new Outcome(line.dueOn().isPresent() ? Step.BILL : Step.WAIT, carried);
        }
    }
}
