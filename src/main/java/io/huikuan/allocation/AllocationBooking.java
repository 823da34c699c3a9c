package io.huikuan.allocation;

import io.huikuan.allocation.OpenLedger.Entry;
import io.huikuan.allocation.OpenLedger.Source;
import io.huikuan.allocation.WrittenOff.LateReceipt;
import io.huikuan.closing.ClosedBooks;
import io.huikuan.closing.ClosedPeriods;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.receivable.Movement;
import io.huikuan.receivable.Owing;
import io.huikuan.receivable.ReceivableSettlement;
import io.huikuan.rules.Allocation.Share;
import io.huikuan.rules.AllocationStrategy;
import io.huikuan.rules.DebtComponent;
import io.huikuan.rules.Money;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settles receivables with payments and adjustments. Whoever moves money of customers first locks them, then opens their ledger,
 * allocates from it and books it, all in one transaction.
 */
@ApplicationScoped
public class AllocationBooking {
    private final AllocationQueries queries;
    private final ReceivableSettlement settlement;
    private final ClosedPeriods periods;
    private final List<AccruedInterest> accrued;
    private final EarlyPayment early;

    AllocationBooking(
            AllocationQueries queries,
            ReceivableSettlement settlement,
            ClosedPeriods periods,
            @All List<AccruedInterest> accrued,
            EarlyPayment early) {
        this.queries = queries;
        this.settlement = settlement;
        this.periods = periods;
        this.accrued = accrued;
        this.early = early;
    }

    /**
     * Keeps every other movement of these customers' money out until the transaction ends, and the books as they are.
     *
     * @return how far the books are closed
     * @throws InvalidRequest when one of the customers is not there
     */
    @Transactional(TxType.MANDATORY)
    public ClosedBooks lockCustomers(UUID organisationId, Collection<UUID> customerIds) {
        settlement.lockCustomers(organisationId, customerIds);
        return periods.hold(organisationId);
    }

    /**
     * What the customers owe, and all that the designations name. The customers are locked.
     *
     * @param accruedOn as of which interest and fees have accrued, where a designation settles these too: no later than the first of
     *     the sources counts, for what accrues after that nobody has to pay once the principal is paid
     */
    @Transactional(TxType.MANDATORY)
    public OpenLedger open(
            UUID organisationId,
            ClosedBooks books,
            Collection<UUID> customerIds,
            List<Designation> designations,
            LocalDate accruedOn) {
        var ids = designations.stream()
                .flatMap(each -> each instanceof Designation.Shares(var shares) ? shares.stream() : Stream.of())
                .map(Share::receivableId)
                .collect(Collectors.toSet());
        var numbers = designations.stream()
                .flatMap(each -> each instanceof Designation.Numbers(var named) ? named.stream() : Stream.of())
                .collect(Collectors.toSet());
        var usual = usual(organisationId, designations);
        var customers = Set.copyOf(customerIds);
        boolean more = designations.stream()
                .anyMatch(each -> strategy(each, usual)
                        .filter(AllocationStrategy::settlesMoreThanPrincipal)
                        .isPresent());
        var bearing = more ? bearing(organisationId, customers, accruedOn) : Map.<UUID, AccruedInterest.Accrued>of();
        // Interest may be left where the principal is paid.
        var named = Stream.concat(ids.stream(), bearing.keySet().stream()).collect(Collectors.toSet());
        var owing = settlement.lockOpen(organisationId, customers, named, numbers).stream()
                .map(each -> bearing(each, bearing))
                .toList();
        return new OpenLedger(
                owing,
                writtenOff(organisationId, customers, ids, numbers),
                early.standing(organisationId, customers),
                books,
                usual);
    }

    /**
     * Writes down, once, what was allocated from the ledger. The payments and adjustments are in the books.
     *
     * @param actorId who allocates; null for the system itself
     */
    @Transactional(TxType.MANDATORY)
    public void book(UUID organisationId, @Nullable UUID actorId, OpenLedger ledger, Instant now) {
        var entries = ledger.entries();
        if (entries.isEmpty()) {
            return;
        }
        if (!ledger.taken().isEmpty()) {
            early.take(organisationId, actorId, ledger.taken(), now);
        }
        queries.allocate(
                organisationId,
                column(entries, _ -> Ids.next(), UUID[]::new),
                column(entries, entry -> entry.source().paymentId(), UUID[]::new),
                column(entries, entry -> entry.source().adjustmentId(), UUID[]::new),
                column(entries, entry -> entry.source().kind().name(), String[]::new),
                column(entries, entry -> entry.part().receivableId(), UUID[]::new),
                column(entries, Entry::ownerId, UUID[]::new),
                column(entries, entry -> entry.part().component().name(), String[]::new),
                column(entries, entry -> entry.part().amount().amount(), BigDecimal[]::new),
                column(entries, entry -> entry.part().amount().currency(), String[]::new),
                column(entries, Entry::effectiveOn, LocalDate[]::new),
                column(entries, Entry::reason, String[]::new),
                column(entries, entry -> entry.part().criterion().name(), String[]::new),
                column(entries, entry -> entry.part().place(), Integer[]::new),
                actorId,
                now);
        var late = ledger.lateReceipts();
        payLate(organisationId, actorId, late, now);
        settlement.move(organisationId, movements(entries, late), now);
    }

    /**
     * Gives allocations of a payment or adjustment their counter-entries: what they had settled is open again, and what was given up
     * because it had been settled early. Its customer is locked.
     *
     * @param only these of its allocations; null for all that stand
     * @param effectiveOn from when on they count as gone
     * @return what was taken back, in the currency of the source; zero where nothing stood
     */
    @Transactional(TxType.MANDATORY)
    public Money takeBack(
            UUID organisationId,
            Source source,
            @Nullable Collection<UUID> only,
            LocalDate effectiveOn,
            TakenBack reason,
            @Nullable UUID actorId,
            Instant now) {
        var undone = queries.undo(
                organisationId,
                source.paymentId(),
                source.adjustmentId(),
                only == null,
                only == null ? new UUID[0] : only.toArray(UUID[]::new),
                effectiveOn,
                reason.name(),
                actorId,
                now);
        var reopened = undone.stream()
                .filter(each -> each.component().equals(DebtComponent.PRINCIPAL.name()))
                .map(each -> new Movement(each.receivableId(), Money.of(each.amount(), each.currency()), effectiveOn))
                .toList();
        settlement.move(organisationId, reopened, now);
        if (!reopened.isEmpty() && source.kind() != SourceKind.DISCOUNT) {
            var receivables = reopened.stream().map(Movement::receivableId).toList();
            early.takenBack(organisationId, receivables, effectiveOn, actorId, now);
        }
        return undone.stream()
                .map(each -> Money.of(each.amount(), each.currency()).negate())
                .reduce(Money.zero(source.unapplied().currency()), Money::plus);
    }

    /** What an instrument had secured is collected from now on; what is open stays as it is. Its customer is locked. */
    @Transactional(TxType.MANDATORY)
    public void clear(UUID organisationId, UUID paymentId, LocalDate clearedOn, UUID actorId, Instant now) {
        queries.clear(organisationId, paymentId, clearedOn, actorId, now);
    }

    /** Which allocations of a payment nothing has taken back. Its customer is locked. */
    @Transactional(TxType.MANDATORY)
    public Set<UUID> standing(UUID organisationId, UUID paymentId) {
        return Set.copyOf(queries.standing(organisationId, paymentId));
    }

    /** From when on the last allocation of a payment that was taken back counts as gone. Its customer is locked. */
    @Transactional(TxType.MANDATORY)
    public Optional<LocalDate> lastTakenBack(UUID organisationId, UUID paymentId) {
        return queries.lastTakenBack(organisationId, paymentId).stream().findFirst();
    }

    /** What was allocated of a payment and taken back, in that order; whoever asks may see the payment. */
    public List<AllocationView> entriesOfPayment(UUID id) {
        return queries.linesOf(id, null).stream().map(AllocationView::of).toList();
    }

    /** The same of an adjustment. */
    public List<AllocationView> entriesOfAdjustment(UUID id) {
        return queries.linesOf(null, id).stream().map(AllocationView::of).toList();
    }

    private List<WrittenOff> writtenOff(UUID organisationId, Set<UUID> customers, Set<UUID> ids, Set<String> numbers) {
        return ids.isEmpty() && numbers.isEmpty()
                ? List.of()
                : queries
                        .writtenOff(
                                organisationId,
                                customers.toArray(UUID[]::new),
                                ids.toArray(UUID[]::new),
                                numbers.toArray(String[]::new))
                        .stream()
                        .map(WrittenOff::of)
                        .toList();
    }

    private void payLate(UUID organisationId, @Nullable UUID actorId, List<LateReceipt> late, Instant now) {
        if (!late.isEmpty()) {
            queries.payLate(
                    organisationId,
                    late.stream().map(LateReceipt::allocationId).toArray(UUID[]::new),
                    late.stream().map(each -> each.left().amount()).toArray(BigDecimal[]::new),
                    late.stream().map(LateReceipt::effectiveOn).toArray(LocalDate[]::new),
                    actorId,
                    now);
        }
    }

    private AllocationStrategy usual(UUID organisationId, List<Designation> designations) {
        return designations.stream().anyMatch(Designation.Usual.class::isInstance)
                ? queries.usualStrategy(organisationId).stream()
                        .findFirst()
                        .map(AllocationStrategy::named)
                        .orElse(AllocationStrategy.OLDEST_DUE_FIRST)
                : AllocationStrategy.OLDEST_DUE_FIRST;
    }

    private static Optional<AllocationStrategy> strategy(Designation designation, AllocationStrategy usual) {
        return switch (designation) {
            case Designation.Usual() -> Optional.of(usual);
            case Designation.By(var strategy) -> Optional.of(strategy);
            case Designation.Numbers _, Designation.Shares _ -> Optional.empty();
        };
    }

    private Map<UUID, AccruedInterest.Accrued> bearing(UUID organisationId, Set<UUID> customers, LocalDate accruedOn) {
        var bearing = new HashMap<UUID, AccruedInterest.Accrued>();
        accrued.forEach(each -> bearing.putAll(each.of(organisationId, customers, accruedOn)));
        return bearing;
    }

    private static Owing bearing(Owing owing, Map<UUID, AccruedInterest.Accrued> bearing) {
        var due = bearing.get(owing.item().receivableId());
        return due == null ? owing : owing.with(owing.item().bearing(due.fee(), due.interest(), due.annualPercent()));
    }

    /** One of each receivable: several payments of one list may have settled parts of it. What they settle of write-offs was not open. */
    private static List<Movement> movements(List<Entry> entries, List<LateReceipt> late) {
        var movements = new LinkedHashMap<UUID, Movement>();
        for (var entry : entries) {
            if (entry.part().component() == DebtComponent.PRINCIPAL) {
                movements.merge(
                        entry.part().receivableId(),
                        new Movement(entry.part().receivableId(), entry.part().amount(), entry.effectiveOn()),
                        AllocationBooking::together);
            }
        }
        for (var each : late) {
            movements.computeIfPresent(
                    each.receivableId(),
                    (id, settled) ->
                            together(settled, new Movement(id, each.taken().negate(), settled.lookOn())));
        }
        return List.copyOf(movements.values());
    }

    private static Movement together(Movement one, Movement other) {
        var lookOn = one.lookOn().isBefore(other.lookOn()) ? one.lookOn() : other.lookOn();
        return new Movement(one.receivableId(), one.settled().plus(other.settled()), lookOn);
    }

    private static <T> T[] column(List<Entry> entries, Function<Entry, @Nullable T> value, IntFunction<T[]> array) {
        return entries.stream().map(value).toArray(array);
    }
}
