package io.huikuan.allocation;

import io.huikuan.closing.ClosedBooks;
import io.huikuan.receivable.Owing;
import io.huikuan.receivable.ReceivableSettlement;
import io.huikuan.rules.Allocation.Share;
import io.huikuan.rules.AllocationStrategy;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what locked customers owe, as far as somebody is to settle it: principal, and where a strategy says so interest and fees. */
@ApplicationScoped
class LedgerOpening {
    private final AllocationQueries queries;
    private final ReceivableSettlement settlement;
    private final List<AccruedInterest> accrued;
    private final EarlyPayment early;

    LedgerOpening(
            AllocationQueries queries,
            ReceivableSettlement settlement,
            @All List<AccruedInterest> accrued,
            EarlyPayment early) {
        this.queries = queries;
        this.settlement = settlement;
        this.accrued = accrued;
        this.early = early;
    }

    OpenLedger open(
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
        var offers = early.standing(organisationId, customers);
        var writtenOff = writtenOff(
                organisationId,
                customers,
                Stream.concat(ids.stream(), offers.stream().map(EarlyPayment.Offer::receivableId))
                        .collect(Collectors.toSet()),
                numbers);
        return new OpenLedger(owing, writtenOff, offers, books, usual);
    }

    private List<Entry> writtenOff(UUID organisationId, Set<UUID> customers, Set<UUID> ids, Set<String> numbers) {
        return ids.isEmpty() && numbers.isEmpty()
                ? List.of()
                : queries
                        .writtenOff(
                                organisationId,
                                customers.toArray(UUID[]::new),
                                ids.toArray(UUID[]::new),
                                numbers.toArray(String[]::new))
                        .stream()
                        .map(Entry::of)
                        .toList();
    }

    private AllocationStrategy usual(UUID organisationId, List<Designation> designations) {
        return designations.stream().anyMatch(Designation.Usual.class::isInstance)
                ? queries.usualStrategy(organisationId).stream()
                        .findFirst()
                        .map(setting -> AllocationStrategy.named(setting.strategy()))
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
}
