package io.huikuan.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Which receivables a payment settles. Whatever the way: the parts and what stays unapplied add up to the payment, no receivable gets
 * more than is owed on it, and currencies never mix.
 */
public final class Allocation {

    private Allocation() {}

    /**
     * A receivable on which {@code open} is still to be paid.
     *
     * @param document the invoice that it is a part of; its own id where it is of none
     * @param fee accrued and not settled yet, as is {@code interest}; neither is a part of {@code open}
     * @param annualPercent what being late costs now; 0 where it costs nothing
     */
    public record OpenItem(
            UUID receivableId,
            LocalDate dueOn,
            LocalDate issuedOn,
            String number,
            Money open,
            UUID document,
            Money fee,
            Money interest,
            BigDecimal annualPercent) {

        /** One that is a document of its own, and on which nothing has accrued. */
        public OpenItem(UUID receivableId, LocalDate dueOn, LocalDate issuedOn, String number, Money open) {
            this(
                    receivableId,
                    dueOn,
                    issuedOn,
                    number,
                    open,
                    receivableId,
                    Money.zero(open.currency()),
                    Money.zero(open.currency()),
                    BigDecimal.ZERO);
        }

        public OpenItem partOf(UUID invoice) {
            return new OpenItem(receivableId, dueOn, issuedOn, number, open, invoice, fee, interest, annualPercent);
        }

        public OpenItem bearing(Money accruedFee, Money accruedInterest, BigDecimal percent) {
            return new OpenItem(
                    receivableId, dueOn, issuedOn, number, open, document, accruedFee, accruedInterest, percent);
        }

        /** What is left of it once a part is settled. */
        public OpenItem less(DebtComponent component, Money amount) {
            return switch (component) {
                case PRINCIPAL ->
                    new OpenItem(
                            receivableId,
                            dueOn,
                            issuedOn,
                            number,
                            open.minus(amount),
                            document,
                            fee,
                            interest,
                            annualPercent);
                case INTEREST -> bearing(fee, interest.minus(amount), annualPercent);
                case FEE -> bearing(fee.minus(amount), interest, annualPercent);
            };
        }

        private Money owed(DebtComponent component) {
            return switch (component) {
                case PRINCIPAL -> open;
                case INTEREST -> interest;
                case FEE -> fee;
            };
        }

        private Money owed(AllocationStrategy strategy) {
            return strategy.components().stream().map(this::owed).reduce(Money.zero(open.currency()), Money::plus);
        }
    }

    /** What somebody says that a receivable is to get; always more than zero. */
    public record Share(UUID receivableId, Money amount) {

        /** @throws AllocationNotPositive if the amount is zero or negative */
        public Share {
            if (!amount.isPositive()) {
                throw new AllocationNotPositive(receivableId, amount);
            }
        }
    }

    /**
     * A part of the payment, and why it went there.
     *
     * @param criterion what put the receivable at its place
     * @param place from 1; those that share in proportion stand at one place
     */
    public record Part(
            UUID receivableId, DebtComponent component, Money amount, AllocationCriterion criterion, int place) {}

    /** The parts in the order in which they are booked, and the rest that stays with the customer as unapplied cash. */
    public record Plan(List<Part> parts, Money unapplied) {

        public Plan {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Settles in the order that the strategy gives. Items in another currency, and items on which nothing is owed, are passed over.
     *
     * @param on the day that says what is due
     */
    public static Plan by(AllocationStrategy strategy, Money available, List<OpenItem> items, LocalDate on) {
        var payable = items.stream()
                .filter(item -> item.open().currency().equals(available.currency()))
                .filter(item -> item.owed(strategy).isPositive())
                .toList();
        // Once for all items: some of the comparators look at all of them first.
        var comparators = strategy.order().stream()
                .map(criterion -> criterion.among(payable, on))
                .toList();
        var ranks = ranked(comparators, payable);
        var parts = new ArrayList<Part>();
        var left = available;
        for (int place = 0; place < ranks.size() && left.isPositive(); place++) {
            var rank = ranks.get(place);
            var criterion = criterion(strategy, comparators, ranks, place);
            var portions = proportions(left, rank, strategy);
            for (int i = 0; i < rank.size(); i++) {
                left = left.minus(portions.get(i));
                parts.addAll(parts(strategy, rank.get(i), portions.get(i), criterion, place + 1));
            }
        }
        return new Plan(parts, left);
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
        var parts = new ArrayList<Part>();
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
            parts.add(new Part(
                    share.receivableId(),
                    DebtComponent.PRINCIPAL,
                    share.amount(),
                    AllocationCriterion.DESIGNATED,
                    index + 1));
        }
        return new Plan(parts, left);
    }

    /** Those that are told apart stand at places of their own, the others together. */
    private static List<List<OpenItem>> ranked(List<Comparator<OpenItem>> comparators, List<OpenItem> items) {
        Comparator<OpenItem> order = comparators.stream().reduce((_, _) -> 0, Comparator::thenComparing);
        // Within one place by id, so that the order in which the items were read decides nothing.
        var sorted = items.stream()
                .sorted(order.thenComparing(OpenItem::receivableId))
                .toList();
        var ranks = new ArrayList<List<OpenItem>>();
        for (var item : sorted) {
            if (ranks.isEmpty() || order.compare(ranks.getLast().getLast(), item) != 0) {
                ranks.add(new ArrayList<>());
            }
            ranks.getLast().add(item);
        }
        return ranks;
    }

    /** The most telling difference to the place before, or, for the first, to the one behind it. */
    private static AllocationCriterion criterion(
            AllocationStrategy strategy,
            List<Comparator<OpenItem>> comparators,
            List<List<OpenItem>> ranks,
            int place) {
        var rank = ranks.get(place);
        if (rank.size() > 1) {
            return AllocationCriterion.PROPORTIONAL;
        }
        if (ranks.size() == 1) {
            return AllocationCriterion.ONLY_ONE;
        }
        var other = ranks.get(place == 0 ? 1 : place - 1).getFirst();
        return IntStream.range(0, comparators.size())
                .filter(i -> comparators.get(i).compare(rank.getFirst(), other) != 0)
                .mapToObj(strategy.order()::get)
                .findFirst()
                .orElseThrow();
    }

    /** Each one's part in proportion to what is owed on it; units that cannot be divided go to the largest remainders. */
    private static List<Money> proportions(Money available, List<OpenItem> rank, AllocationStrategy strategy) {
        var owed = rank.stream().map(item -> item.owed(strategy)).toList();
        var total = owed.stream().reduce(Money::plus).orElseThrow();
        if (available.compareTo(total) >= 0) {
            return owed;
        }
        if (rank.size() == 1) {
            return List.of(available);
        }
        int decimals = available.amount().scale();
        var portions = new ArrayList<BigDecimal>();
        var remainders = new ArrayList<BigDecimal>();
        var left = available.amount();
        for (var each : owed) {
            var product = available.amount().multiply(each.amount());
            var portion = product.divide(total.amount(), decimals, RoundingMode.DOWN);
            portions.add(portion);
            remainders.add(product.subtract(portion.multiply(total.amount())));
            left = left.subtract(portion);
        }
        var unit = BigDecimal.ONE.movePointLeft(decimals);
        int units = left.divideToIntegralValue(unit).intValueExact();
        IntStream.range(0, rank.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get).reversed())
                .limit(units)
                .forEach(i -> portions.set(i, portions.get(i).add(unit)));
        return portions.stream()
                .map(portion -> Money.of(portion, available.currency()))
                .toList();
    }

    private static List<Part> parts(
            AllocationStrategy strategy, OpenItem item, Money portion, AllocationCriterion criterion, int place) {
        var parts = new ArrayList<Part>();
        var left = portion;
        for (var component : strategy.components()) {
            var amount = left.min(item.owed(component));
            if (amount.isPositive()) {
                parts.add(new Part(item.receivableId(), component, amount, criterion, place));
                left = left.minus(amount);
            }
        }
        return parts;
    }
}
