package io.huikuan.allocation;

import io.huikuan.allocation.OpenLedger.Source;
import io.huikuan.platform.Ids;
import io.huikuan.rules.Allocation.Part;
import io.huikuan.rules.AllocationCriterion;
import io.huikuan.rules.DebtComponent;
import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a part that a source settles, or of one that is taken back.
 *
 * @param ownerId the customer's owner at the time: a collection stays with who collected it
 * @param part of a negative amount where it takes another one back
 * @param reason the strategy, or why it was taken back
 * @param undoesId the entry that this one takes back
 * @param causeId the entry that made this one necessary
 */
record Entry(
        UUID id,
        Source source,
        UUID ownerId,
        Part part,
        LocalDate effectiveOn,
        String reason,
        @Nullable UUID undoesId,
        @Nullable UUID causeId) {
    static Entry of(AllocationQueries.WrittenOff row) {
        var amount = Money.of(row.amount(), row.currency());
        var none = Money.zero(row.currency());
        var criterion = AllocationCriterion.valueOf(row.criterion());
        return new Entry(
                row.id(),
                new Source(row.adjustmentId(), SourceKind.WRITE_OFF, row.customerId(), row.effectiveOn(), none),
                row.ownerId(),
                new Part(row.receivableId(), DebtComponent.PRINCIPAL, amount, criterion, row.place()),
                row.effectiveOn(),
                row.reason(),
                null,
                null);
    }

    static Entry of(Source source, UUID ownerId, Part part, LocalDate effectiveOn, String reason) {
        return new Entry(Ids.next(), source, ownerId, part, effectiveOn, reason, null, null);
    }

    UUID receivableId() {
        return part.receivableId();
    }

    Money amount() {
        return part.amount();
    }

    /** Takes this one back, from no day before its own. */
    Entry undo(TakenBack why, Entry cause) {
        return entry(amount().negate(), cause, why.name(), id);
    }

    /** What is left of this one once it is taken back. */
    Entry less(Money taken, Entry cause) {
        return entry(amount().minus(taken), cause, reason, null);
    }

    private Entry entry(Money amount, Entry cause, String why, @Nullable UUID undoes) {
        var changed = new Part(part.receivableId(), part.component(), amount, part.criterion(), part.place());
        var from = cause.effectiveOn.isBefore(effectiveOn) ? effectiveOn : cause.effectiveOn;
        return new Entry(Ids.next(), source, ownerId, changed, from, why, undoes, cause.id);
    }
}
