package io.huikuan.allocation;

import io.huikuan.allocation.EarlyPayment.Taken;
import io.huikuan.closing.ClosedBooks;
import io.huikuan.receivable.Owing;
import io.huikuan.rules.Allocation;
import io.huikuan.rules.Allocation.OpenItem;
import io.huikuan.rules.Allocation.Part;
import io.huikuan.rules.Allocation.Plan;
import io.huikuan.rules.Allocation.Share;
import io.huikuan.rules.AllocationCriterion;
import io.huikuan.rules.AllocationExceedsOpenAmount;
import io.huikuan.rules.AllocationExceedsPayment;
import io.huikuan.rules.AllocationStrategy;
import io.huikuan.rules.DebtComponent;
import io.huikuan.rules.Money;
import io.huikuan.rules.UnknownReceivable;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What some customers owe while payments are allocated one after the other: each finds what the ones before it left open. */
public final class OpenLedger {
    /**
     * A payment or adjustment, as far as there is something to allocate.
     *
     * @param countsFrom the day it was received, or is effective from
     * @param unapplied what is allocated to no receivable yet
     */
    public record Source(UUID id, SourceKind kind, UUID customerId, LocalDate countsFrom, Money unapplied) {
        /** The same, counting from this day on. */
        public Source from(LocalDate day) {
            return new Source(id, kind, customerId, day, unapplied);
        }

        @Nullable
        UUID paymentId() {
            return kind.isOfPayment() ? id : null;
        }

        @Nullable
        UUID adjustmentId() {
            return kind.isOfPayment() ? null : id;
        }
    }

    private static final String AS_DESIGNATED = "AS_DESIGNATED";
    private static final String EARLY_PAYMENT = "EARLY_PAYMENT";

    private final Map<UUID, Map<UUID, Owing>> byCustomer = new HashMap<>();
    private final Map<UUID, Deque<Entry>> writtenOff = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final StandingOffers offers;
    private final ClosedBooks books;
    private final AllocationStrategy usual;

    /**
     * @param writtenOff what stands of write-offs of the receivables that a designation names or that have an offer, the latest first:
     *     money that is meant for them takes it back
     * @param offers what need not be paid by whoever pays early
     * @param usual where a source says nothing itself
     */
    OpenLedger(
            List<Owing> owing,
            List<Entry> writtenOff,
            List<EarlyPayment.Offer> offers,
            ClosedBooks books,
            AllocationStrategy usual) {
        owing.forEach(this::put);
        writtenOff.forEach(each -> this.writtenOff
                .computeIfAbsent(each.receivableId(), _ -> new ArrayDeque<>())
                .addLast(each));
        this.offers = new StandingOffers(offers);
        this.books = books;
        this.usual = usual;
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
     * Takes out of what is open whatever the source settles. A payment that comes early need not pay the discount that was offered for
     * that, and takes it; one whose shares are told pays these, and takes the discount where they leave no more open.
     *
     * @return what stays unapplied
     * @throws ShareInOtherCurrency when a share, its receivable and the source are not in one currency
     * @throws ShareOfUnknownReceivable when the customer has no such receivable
     * @throws SharesExceedPayment when the shares are more than what is unapplied
     * @throws ShareExceedsOpenAmount when a receivable would get more than is open on it
     */
    public Money allocate(Source source, Designation designation) {
        var available = source.unapplied();
        var items = items(source.customerId());
        return switch (designation) {
            case Designation.Usual() -> settle(source, usual, discounted(source, items));
            case Designation.By(var strategy) -> settle(source, strategy, discounted(source, items));
            case Designation.Numbers(var numbers) ->
                settle(
                        source,
                        AllocationStrategy.OLDEST_DUE_FIRST,
                        payable(source, discounted(source, named(items, numbers))));
            case Designation.Shares(var shares) ->
                settle(source, AS_DESIGNATED, asTold(source.customerId(), available, shares, payable(source, items)));
        };
    }

    /** Settles just that, also interest or a fee, which no designation knows. Whoever calls knows that as much is open, or due. */
    public void grant(Source source, UUID receivableId, DebtComponent component, Money amount) {
        settle(source, AS_DESIGNATED, new Part(receivableId, component, amount, AllocationCriterion.DESIGNATED, 1));
    }

    /** What was allocated, and taken back for it, in that order. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Which offers were taken, by what. */
    List<Taken> taken() {
        return offers.taken();
    }

    private Money settle(Source source, AllocationStrategy strategy, List<OpenItem> items) {
        return settle(source, strategy.code(), Allocation.by(strategy, source.unapplied(), items, source.countsFrom()));
    }

    private Money settle(Source source, String reason, Plan plan) {
        plan.parts().forEach(part -> settle(source, reason, part));
        return plan.unapplied();
    }

    /** Money counts from when it came, but from no closed day, and for no receivable before that was there, or open again. */
    private void settle(Source source, String reason, Part part) {
        var owing = of(source.customerId()).get(part.receivableId());
        if (owing == null) {
            throw new IllegalStateException("not in this ledger: " + part.receivableId());
        }
        var effectiveOn = effectiveOn(source, owing);
        var entry = Entry.of(source, owing.ownerId(), part, effectiveOn, reason);
        entries.add(entry);
        var before = part.component() == DebtComponent.PRINCIPAL ? takeBackWrittenOff(owing, entry) : owing;
        var after = before.with(before.item().less(part.component(), part.amount()));
        put(after);
        if (part.component() == DebtComponent.PRINCIPAL && mayTakeOffers(source, after.item())) {
            var rest = after.item().open();
            offers.take(source, part.receivableId(), before.item().open(), rest, effectiveOn)
                    .ifPresent(discount -> settle(
                            discount,
                            EARLY_PAYMENT,
                            new Part(
                                    part.receivableId(),
                                    DebtComponent.PRINCIPAL,
                                    rest,
                                    AllocationCriterion.DESIGNATED,
                                    1)));
        }
    }

    private LocalDate effectiveOn(Source source, Owing owing) {
        var payableFrom = owing.payableFrom();
        return books.openOnOrAfter(source.countsFrom().isBefore(payableFrom) ? payableFrom : source.countsFrom());
    }

    /** Only cash comes early: paper may bounce. What is written off in part is beyond offers. */
    private boolean mayTakeOffers(Source source, OpenItem item) {
        return source.kind() == SourceKind.PAYMENT
                && !writtenOff(item.receivableId(), item.open()).isPositive();
    }

    /** To a payment that comes early, a receivable is open by what the discount leaves. */
    private List<OpenItem> discounted(Source source, List<OpenItem> items) {
        return items.stream()
                .map(item -> mayTakeOffers(source, item) ? discounted(source, item) : item)
                .toList();
    }

    private OpenItem discounted(Source source, OpenItem item) {
        var owing = of(source.customerId()).get(item.receivableId());
        return owing == null
                ? item
                : offers.discount(item.receivableId(), item.open(), effectiveOn(source, owing))
                        .map(discount -> item.less(DebtComponent.PRINCIPAL, discount))
                        .orElse(item);
    }

    /** To a payment that is meant for it, a receivable is open by what was written off as well. */
    private List<OpenItem> payable(Source source, List<OpenItem> items) {
        if (writtenOff.isEmpty() || !source.kind().isOfPayment()) {
            return items;
        }
        return items.stream()
                .map(item -> item.less(
                        DebtComponent.PRINCIPAL,
                        writtenOff(item.receivableId(), item.open()).negate()))
                .toList();
    }

    private Money writtenOff(UUID receivableId, Money open) {
        return standing(receivableId).stream().map(Entry::amount).reduce(Money.zero(open.currency()), Money::plus);
    }

    /** Takes back as much of what was written off as the money needs, the latest first. */
    private Owing takeBackWrittenOff(Owing owing, Entry money) {
        var missing = money.amount().minus(owing.item().open());
        var standing = standing(money.receivableId());
        var reopened = owing;
        while (missing.isPositive() && !standing.isEmpty()) {
            var latest = standing.pop();
            var taken = missing.min(latest.amount());
            var undone = latest.undo(TakenBack.LATE_RECEIPT, money);
            entries.add(undone);
            if (taken.compareTo(latest.amount()) < 0) {
                var rest = latest.less(taken, money);
                entries.add(rest);
                standing.push(rest);
            }
            reopened = reopened.with(reopened.item().less(DebtComponent.PRINCIPAL, taken.negate()))
                    .takenBackOn(undone.effectiveOn());
            missing = missing.minus(taken);
        }
        return reopened;
    }

    private Deque<Entry> standing(UUID receivableId) {
        return writtenOff.getOrDefault(receivableId, new ArrayDeque<>());
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
