package io.huikuan.rules;

import static java.util.Comparator.comparing;

import io.huikuan.rules.Allocation.OpenItem;
import io.huikuan.rules.Allocation.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which receivables of one customer an amount may be meant for: not every subset, whose sum any amount is sooner or later, but those that
 * people pay. Looks at each item a few times; finding all pairs costs one pass as well.
 */
final class OpenCombinations {
    /** Receivables, and what each of them would get: together never more than the amount. */
    record Combination(StatementMatching.Settles settles, List<OpenItem> items, List<Share> shares) {}

    /** Of more, nobody knows whether they are all. */
    static final int MOST_ITEMS = 500;

    private static final Comparator<OpenItem> OLDEST_DUE_FIRST = comparing(OpenItem::dueOn)
            .thenComparing(OpenItem::issuedOn)
            .thenComparing(OpenItem::number)
            .thenComparing(OpenItem::receivableId);

    private final StatementMatching.Line line;
    private final List<OpenItem> items;
    private final Map<Set<UUID>, Combination> found = new LinkedHashMap<>();

    private OpenCombinations(StatementMatching.Line line, List<OpenItem> items) {
        this.line = line;
        this.items = items.stream()
                .filter(item -> item.open().currency().equals(line.amount().currency()))
                .filter(item -> item.open().isPositive())
                .sorted(OLDEST_DUE_FIRST)
                .toList();
    }

    /** @param named receivables that the payer wrote the number of */
    static List<Combination> of(StatementMatching.Line line, List<OpenItem> items, Set<UUID> named) {
        var combinations = new OpenCombinations(line, items);
        combinations.addNamed(named);
        combinations.addSingles();
        combinations.addSums();
        combinations.addPair();
        return List.copyOf(combinations.found.values());
    }

    private void addNamed(Set<UUID> named) {
        var meant = items.stream()
                .filter(item -> named.contains(item.receivableId()))
                .toList();
        if (!meant.isEmpty()) {
            add(StatementMatching.Settles.NAMED, meant);
        }
    }

    private void addSingles() {
        for (var item : items) {
            if (isExact(item.open()) || line.isNear(item.open())) {
                add(StatementMatching.Settles.SINGLE, List.of(item));
            }
        }
    }

    private void addSums() {
        var whole = items.size() < MOST_ITEMS;
        var sum = Money.zero(line.amount().currency());
        for (int count = 1; count <= items.size(); count++) {
            sum = sum.plus(items.get(count - 1).open());
            boolean all = whole && count == items.size();
            if (count > 1 && (isExact(sum) || (all && line.isNear(sum)))) {
                add(prefix(count, all), items.subList(0, count));
            }
        }
    }

    private StatementMatching.Settles prefix(int count, boolean all) {
        if (all) {
            return StatementMatching.Settles.ALL_OPEN;
        }
        boolean overdueEndsHere = count < items.size()
                && items.get(count - 1).dueOn().isBefore(line.valueDate())
                && !items.get(count).dueOn().isBefore(line.valueDate());
        return overdueEndsHere ? StatementMatching.Settles.ALL_OVERDUE : StatementMatching.Settles.OLDEST;
    }

    /** Two that make the amount, where no other two do: else it is chance. */
    private void addPair() {
        var seen = new HashMap<Money, List<OpenItem>>();
        var pairs = new ArrayList<List<OpenItem>>();
        for (var item : items) {
            var missing = line.amount().minus(item.open());
            seen.getOrDefault(missing, List.of()).forEach(other -> pairs.add(List.of(other, item)));
            if (pairs.size() > 1) {
                return;
            }
            seen.computeIfAbsent(item.open(), _ -> new ArrayList<>()).add(item);
        }
        pairs.forEach(pair -> add(StatementMatching.Settles.PAIR, pair));
    }

    private boolean isExact(Money open) {
        return open.compareTo(line.amount()) == 0;
    }

    /** The first name that a set of receivables is found by stays. */
    private void add(StatementMatching.Settles settles, List<OpenItem> meant) {
        var ids = new HashSet<UUID>();
        meant.forEach(item -> ids.add(item.receivableId()));
        found.putIfAbsent(ids, new Combination(settles, List.copyOf(meant), shares(meant)));
    }

    private List<Share> shares(List<OpenItem> meant) {
        var shares = new ArrayList<Share>();
        var left = line.amount();
        for (var item : meant) {
            var amount = left.min(item.open());
            if (amount.isPositive()) {
                shares.add(new Share(item.receivableId(), amount));
                left = left.minus(amount);
            }
        }
        return shares;
    }
}
