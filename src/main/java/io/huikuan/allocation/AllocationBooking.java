package io.huikuan.allocation;

import io.huikuan.allocation.OpenLedger.Source;
import io.huikuan.closing.ClosedBooks;
import io.huikuan.closing.ClosedPeriods;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.receivable.Movement;
import io.huikuan.receivable.ReceivableSettlement;
import io.huikuan.rules.DebtComponent;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
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
    private final EarlyPayment early;
    private final LedgerOpening opening;

    AllocationBooking(
            AllocationQueries queries,
            ReceivableSettlement settlement,
            ClosedPeriods periods,
            EarlyPayment early,
            LedgerOpening opening) {
        this.queries = queries;
        this.settlement = settlement;
        this.periods = periods;
        this.early = early;
        this.opening = opening;
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
        return opening.open(organisationId, books, customerIds, designations, accruedOn);
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
                column(entries, Entry::id, UUID[]::new),
                column(entries, entry -> entry.source().paymentId(), UUID[]::new),
                column(entries, entry -> entry.source().adjustmentId(), UUID[]::new),
                column(entries, entry -> entry.source().kind().name(), String[]::new),
                column(entries, Entry::receivableId, UUID[]::new),
                column(entries, Entry::ownerId, UUID[]::new),
                column(entries, entry -> entry.part().component().name(), String[]::new),
                column(entries, entry -> entry.amount().amount(), BigDecimal[]::new),
                column(entries, entry -> entry.amount().currency(), String[]::new),
                column(entries, Entry::effectiveOn, LocalDate[]::new),
                column(entries, Entry::reason, String[]::new),
                column(
                        entries,
                        entry -> chosen(entry) ? entry.part().criterion().name() : null,
                        String[]::new),
                column(entries, entry -> chosen(entry) ? entry.part().place() : null, Integer[]::new),
                column(entries, Entry::undoesId, UUID[]::new),
                column(entries, Entry::causeId, UUID[]::new),
                actorId,
                now);
        settlement.move(organisationId, movements(entries), now);
    }

    /**
     * Gives allocations of a payment or adjustment their counter-entries: what they had settled is open again, and what was given up
     * because it had been settled early; what they had settled of write-offs is written off again. Its customer is locked.
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
                .map(each -> new Movement(
                        each.receivableId(),
                        Money.of(each.amount().add(each.restored()), each.currency()),
                        effectiveOn))
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

    /** From when on the last allocation of it that was taken back, or restored, counts as that. Its customer is locked. */
    @Transactional(TxType.MANDATORY)
    public Optional<LocalDate> lastTakenBack(UUID organisationId, Source source) {
        return queries.lastTakenBack(organisationId, source.paymentId(), source.adjustmentId()).stream()
                .findFirst();
    }

    /** What was allocated of a payment and taken back, in that order; whoever asks may see the payment. */
    public List<AllocationView> entriesOfPayment(UUID organisationId, UUID id) {
        return queries.ofPayment(organisationId, id).stream()
                .map(AllocationView::of)
                .toList();
    }

    /** The same of an adjustment. */
    public List<AllocationView> entriesOfAdjustment(UUID organisationId, UUID id) {
        return queries.ofAdjustment(organisationId, id).stream()
                .map(AllocationView::of)
                .toList();
    }

    /** One of each receivable: several payments of one list may have settled parts of it, and taken back what was written off. */
    private static List<Movement> movements(List<Entry> entries) {
        var movements = new LinkedHashMap<UUID, Movement>();
        for (var entry : entries) {
            if (entry.part().component() == DebtComponent.PRINCIPAL) {
                movements.merge(
                        entry.receivableId(),
                        new Movement(entry.receivableId(), entry.amount(), entry.effectiveOn()),
                        AllocationBooking::together);
            }
        }
        return List.copyOf(movements.values());
    }

    private static Movement together(Movement one, Movement other) {
        var lookOn = one.lookOn().isBefore(other.lookOn()) ? one.lookOn() : other.lookOn();
        return new Movement(one.receivableId(), one.settled().plus(other.settled()), lookOn);
    }

    /** A strategy chose what it settles; a counter-entry follows what it takes back. */
    private static boolean chosen(Entry entry) {
        return entry.undoesId() == null;
    }

    private static <T> T[] column(List<Entry> entries, Function<Entry, @Nullable T> value, IntFunction<T[]> array) {
        return entries.stream().map(value).toArray(array);
    }
}
