package io.huikuan.allocation;

import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What stands of a write-off on one receivable.
 *
 * @param allocationId the entry that wrote it off
 * @param amount what of it nobody has paid after all
 * @param since the day from which it counts
 */
record WrittenOff(UUID allocationId, UUID receivableId, Money amount, LocalDate since) {
    static WrittenOff of(AllocationQueries.WrittenOffRow row) {
        return new WrittenOff(row.id(), row.receivableId(), Money.of(row.amount(), row.currency()), row.effectiveOn());
    }

    /**
     * Money came for a part of it.
     *
     * @param left what stays written off
     * @param effectiveOn the day from which the part is paid rather than written off
     */
    record LateReceipt(UUID allocationId, UUID receivableId, Money taken, Money left, LocalDate effectiveOn) {
        /** Another payment of the same list took more of it; one counter-entry stands for both, from the earlier day on: never more is settled. */
        LateReceipt and(LateReceipt next) {
            var earlier = next.effectiveOn.isBefore(effectiveOn) ? next.effectiveOn : effectiveOn;
            return new LateReceipt(allocationId, receivableId, taken.plus(next.taken), next.left, earlier);
        }
    }

    LateReceipt paidLate(Money taken, LocalDate receivedOn) {
        return new LateReceipt(
                allocationId,
                receivableId,
                taken,
                amount.minus(taken),
                receivedOn.isBefore(since) ? since : receivedOn);
    }

    WrittenOff less(Money taken) {
        return new WrittenOff(allocationId, receivableId, amount.minus(taken), since);
    }
}
