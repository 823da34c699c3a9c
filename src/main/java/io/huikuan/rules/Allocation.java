package io.huikuan.rules;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/**
 * Which receivables a payment settles. Whatever the way: the shares and what stays unapplied add up to the payment, no receivable gets
 * more than is open on it, and currencies never mix.
 */
public final class Allocation {

    private static final Comparator<OpenItem> OLDEST_DUE_FIRST = comparing(OpenItem::dueOn)
            .thenComparing(OpenItem::issuedOn)
            .thenComparing(OpenItem::number)
            .thenComparing(OpenItem::receivableId);

    private Allocation() {}

    /** A receivable on which {@code open} is still to be paid. */
    public record OpenItem(UUID receivableId, LocalDate dueOn, LocalDate issuedOn, String number, Money open) {}

    /** A part of the payment for one receivable; always more than zero. */
    public record Share(UUID receivableId, Money amount) {

        /** @throws AllocationNotPositive if the amount is zero or negative */
        public Share {
            if (!amount.isPositive()) {
                throw new AllocationNotPositive(receivableId, amount);
            }
        }
    }

    /** The shares in the order in which they are booked, and the rest that stays with the customer as unapplied cash. */
    public record Plan(List<Share> shares, Money unapplied) {

        public Plan {
            shares = List.copyOf(shares);
        }
    }

    /**
     * Pays what fell due first, first; among those due on one date the earlier issued, then by number, then by id, so that the same
     * input gives the same plan. Items in another currency, and items with nothing open, are passed over.
     */
    public static Plan oldestDueFirst(Money available, List<OpenItem> items) {
        var payable = items.stream()
                .filter(item -> item.open().currency().equals(available.currency()))
                .filter(item -> item.open().isPositive())
                .sorted(OLDEST_DUE_FIRST)
                .toList();
        var shares = new ArrayList<Share>();
        var left = available;
        for (var item : payable) {
            if (!left.isPositive()) {
                break;
            }
            var amount = left.min(item.open());
            shares.add(new Share(item.receivableId(), amount));
            left = left.minus(amount);
        }
        return new Plan(shares, left);
    }

    /**
     * Pays exactly what was told, in that order; the rest stays unapplied. A receivable may be named more than once: its shares count
     * together.
     *
     * @throws UnknownReceivable if a share names a receivable that is not among the items
     * @throws AllocationExceedsPayment if the shares together are more than the payment
     * @throws AllocationExceedsOpenAmount if a receivable would get more than is open on it
     * @throws CurrencyMismatch if a share, the payment and the receivable are not in one currency
     */
    public static Plan asDesignated(Money available, List<Share> told, List<OpenItem> items) {
        var openByReceivable = new HashMap<UUID, Money>();
        items.forEach(item -> openByReceivable.put(item.receivableId(), item.open()));
        var left = available;
        for (int index = 0; index < told.size(); index++) {
            var share = told.get(index);
            var open = openByReceivable.get(share.receivableId());
            if (open == null) {
                throw new UnknownReceivable(index, share.receivableId());
            }
            if (share.amount().compareTo(left) > 0) {
                throw new AllocationExceedsPayment(index, share, left);
            }
            if (share.amount().compareTo(open) > 0) {
                throw new AllocationExceedsOpenAmount(index, share, open);
            }
            left = left.minus(share.amount());
            openByReceivable.put(share.receivableId(), open.minus(share.amount()));
        }
        return new Plan(told, left);
    }
}
