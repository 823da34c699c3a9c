package io.huikuan.allocation;

import io.huikuan.receivable.Owing;
import io.huikuan.rules.Allocation;
import io.huikuan.rules.Allocation.OpenItem;
import io.huikuan.rules.Allocation.Plan;
import io.huikuan.rules.Allocation.Share;
import io.huikuan.rules.AllocationExceedsOpenAmount;
import io.huikuan.rules.AllocationExceedsPayment;
import io.huikuan.rules.Money;
import io.huikuan.rules.UnknownReceivable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What some customers owe while payments are allocated one after the other: each finds what the ones before it left open. */
public final class OpenLedger {
    /**
     * A payment, as far as there is something to allocate.
     *
     * @param unapplied what is allocated to no receivable yet
     */
    public record Receipt(UUID paymentId, UUID customerId, LocalDate receivedOn, Money unapplied) {}

    /** @param ownerId the customer's owner now: a collection stays with who collected it */
    record Entry(UUID paymentId, UUID receivableId, UUID ownerId, Money amount, LocalDate effectiveOn) {}

    private final Map<UUID, Map<UUID, Owing>> byCustomer = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    OpenLedger(List<Owing> owing) {
        owing.forEach(this::put);
    }

    /** Whether the customer has receivables, open or paid, of all of these numbers in this currency. */
    public boolean knows(UUID customerId, List<String> numbers, String currency) {
        return items(customerId).stream()
                .filter(item -> item.open().currency().equals(currency))
                .map(OpenItem::number)
                .collect(Collectors.toSet())
                .containsAll(numbers);
    }

    /**
     * Takes out of what is open whatever the payment settles.
     *
     * @return what stays unapplied
     * @throws ShareInOtherCurrency when a share, its receivable and the payment are not in one currency
     * @throws ShareOfUnknownReceivable when the customer has no such receivable
     * @throws SharesExceedPayment when the shares are more than what is unapplied
     * @throws ShareExceedsOpenAmount when a receivable would get more than is open on it
     */
    public Money allocate(Receipt receipt, Designation designation) {
        var available = receipt.unapplied();
        var items = items(receipt.customerId());
        var plan = switch (designation) {
            case Designation.OldestDueFirst() -> Allocation.oldestDueFirst(available, items);
            case Designation.Numbers(var numbers) -> Allocation.oldestDueFirst(available, named(items, numbers));
            case Designation.Shares(var shares) -> asTold(receipt.customerId(), available, shares, items);
        };
        plan.shares().forEach(share -> settle(receipt, share));
        return plan.unapplied();
    }

    /** What was allocated, in that order. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Money counts from when it came, but for no receivable before that was there, or open again. */
    private void settle(Receipt receipt, Share share) {
        var owing = of(receipt.customerId()).get(share.receivableId());
        if (owing == null) {
            throw new IllegalStateException("not in this ledger: " + share.receivableId());
        }
        var payableFrom = owing.payableFrom();
        var effectiveOn = receipt.receivedOn().isBefore(payableFrom) ? payableFrom : receipt.receivedOn();
        entries.add(new Entry(receipt.paymentId(), share.receivableId(), owing.ownerId(), share.amount(), effectiveOn));
        put(new Owing(owing.customerId(), owing.ownerId(), payableFrom, reduced(owing.item(), share.amount())));
    }

    private Plan asTold(UUID customerId, Money available, List<Share> shares, List<OpenItem> items) {
        for (int index = 0; index < shares.size(); index++) {
            var share = shares.get(index);
            var owing = of(customerId).get(share.receivableId());
            var currency =
                    owing == null ? available.currency() : owing.item().open().currency();
            if (!currency.equals(available.currency())
                    || !share.amount().currency().equals(available.currency())) {
                throw new ShareInOtherCurrency(index, available.currency());
            }
        }
        try {
            return Allocation.asDesignated(available, shares, items);
        } catch (UnknownReceivable unknown) {
            throw new ShareOfUnknownReceivable(unknown.index());
        } catch (AllocationExceedsPayment tooMuch) {
            throw new SharesExceedPayment(tooMuch.index(), tooMuch.left());
        } catch (AllocationExceedsOpenAmount tooMuch) {
            throw new ShareExceedsOpenAmount(tooMuch.index(), tooMuch.open());
        }
    }

    private static List<OpenItem> named(List<OpenItem> items, List<String> numbers) {
        var wanted = Set.copyOf(numbers);
        return items.stream().filter(item -> wanted.contains(item.number())).toList();
    }

    private static OpenItem reduced(OpenItem item, Money by) {
        return new OpenItem(
                item.receivableId(),
                item.dueOn(),
                item.issuedOn(),
                item.number(),
                item.open().minus(by));
    }

    private List<OpenItem> items(UUID customerId) {
        return of(customerId).values().stream().map(Owing::item).toList();
    }

    private Map<UUID, Owing> of(UUID customerId) {
        return byCustomer.getOrDefault(customerId, Map.of());
    }

    private void put(Owing owing) {
        byCustomer
                .computeIfAbsent(owing.customerId(), _ -> new LinkedHashMap<>())
                .put(owing.item().receivableId(), owing);
    }
}
