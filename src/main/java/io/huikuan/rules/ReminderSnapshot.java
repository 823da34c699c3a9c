package io.huikuan.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that a decision needs to know about one receivable, at one moment.
 *
 * @param holds that stand today, in the currency of {@code open}; together they may come to more than is open
 * @param promiseBroken a promise to pay was broken since something was sent last
 * @param last empty as long as nothing was sent
 * @param hasRecipient there is somebody whom the steps' audience comes down to
 */
public record ReminderSnapshot(
        LocalDate dueOn,
        Money open,
        List<Held> holds,
        boolean promiseBroken,
        Optional<LadderPosition> last,
        boolean hasRecipient) {

    /** @throws CurrencyMismatch if open and held amounts are not in one currency */
    public ReminderSnapshot {
        holds = List.copyOf(holds);
        for (var held : holds) {
            open.requireSameCurrency(held.amount());
        }
    }

    /** Of what is open, the part that is promised, disputed or paused. */
    public Money onHold() {
        return HeldAmount.of(open, holds.stream().map(Held::amount).toList());
    }

    /** What may be asked for now: open and not on hold. */
    public Money demand() {
        return open.minus(onHold());
    }

    /** The last day on which no more than now can be asked for. */
    Optional<LocalDate> holdsEndOn() {
        return holds.stream().flatMap(held -> held.lastDay().stream()).min(LocalDate::compareTo);
    }
}
