package io.huikuan.promise;

import static java.util.stream.Collectors.toMap;

import io.huikuan.platform.InvalidRequest;
import io.huikuan.rules.Allocation;
import io.huikuan.rules.Allocation.OpenItem;
import io.huikuan.rules.AllocationStrategy;
import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Divides a promise among receivables, as the money that it stands for would be. */
final class PromisedShares {
    private PromisedShares() {}

    /**
     * @param open what the customer owes
     * @return by receivable; together the promised amount
     * @throws InvalidRequest when more is promised than is open, or what is told does not add up to what is promised
     */
    static Map<UUID, Money> of(NewPromise wanted, List<OpenItem> open, LocalDate today) {
        var told = wanted.receivables();
        return told == null ? byAge(wanted.amount(), open, today) : asTold(wanted.amount(), told, open);
    }

    private static Map<UUID, Money> byAge(Money promised, List<OpenItem> open, LocalDate today) {
        var plan = Allocation.by(AllocationStrategy.OLDEST_DUE_FIRST, promised, open, today);
        if (plan.unapplied().isPositive()) {
            throw InvalidRequest.field("/amount/amount", "more-than-open", promised.minus(plan.unapplied()));
        }
        var shares = new LinkedHashMap<UUID, Money>();
        plan.parts().forEach(part -> shares.put(part.receivableId(), part.amount()));
        return shares;
    }

    private static Map<UUID, Money> asTold(Money promised, List<NewPromise.Share> told, List<OpenItem> open) {
        var items = open.stream().collect(toMap(OpenItem::receivableId, Function.identity()));
        var shares = new LinkedHashMap<UUID, Money>();
        for (int i = 0; i < told.size(); i++) {
            var share = told.get(i);
            var pointer = "/receivables/" + i;
            var item = items.get(share.receivableId());
            if (item == null) {
                throw InvalidRequest.field(pointer + "/receivableId", "receivable-not-open");
            }
            requireSound(pointer + "/amount", share.amount(), promised, item.open());
            if (shares.put(share.receivableId(), share.amount()) != null) {
                throw InvalidRequest.field(pointer + "/receivableId", "given-twice");
            }
        }
        var total = shares.values().stream().reduce(Money.zero(promised.currency()), Money::plus);
        if (!total.equals(promised)) {
            throw InvalidRequest.field("/amount/amount", "parts-come-to", total);
        }
        return shares;
    }

    private static void requireSound(String pointer, Money share, Money promised, Money open) {
        if (!share.currency().equals(promised.currency())) {
            throw InvalidRequest.field(pointer + "/currency", "currency-differs", promised.currency());
        }
        if (!share.currency().equals(open.currency())) {
            throw InvalidRequest.field(pointer + "/currency", "currency-differs", open.currency());
        }
        if (!share.isPositive()) {
            throw InvalidRequest.field(pointer + "/amount", "must-be-positive");
        }
        if (share.compareTo(open) > 0) {
            throw InvalidRequest.field(pointer + "/amount", "more-than-open", open);
        }
    }
}
