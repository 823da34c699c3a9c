package io.huikuan.interest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.huikuan.rules.LateInterest;
import io.huikuan.rules.LateInterest.Accrued;
import io.huikuan.rules.LateInterest.History;
import io.huikuan.rules.LateInterest.Terms;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts the entries of receivables together and reckons what has accrued, any number of receivables with the same few statements. */
@ApplicationScoped
class InterestReckoning {
    private final InterestQueries queries;

    InterestReckoning(InterestQueries queries) {
        this.queries = queries;
    }

    /**
     * What being late has cost one receivable.
     *
     * @param terms that hold on the day; null where none do
     */
    record Reckoned(
            InterestQueries.Late late,
            Accrued accrued,
            @Nullable Terms terms,
            Map<Part, Money> settled) {
        Money interestDue() {
            return due(accrued.interest(), "INTEREST");
        }

        Money feesDue() {
            return due(accrued.fees(), "FEE");
        }

        Money waived(String component) {
            return settled(new Part(component, true));
        }

        Money paid(String component) {
            return settled(new Part(component, false));
        }

        /** Where an entry of an earlier day came late, more may have been paid than has accrued: then nothing is due. */
        private Money due(Money accruedSoFar, String component) {
            var rest = accruedSoFar.minus(paid(component)).minus(waived(component));
            return rest.isPositive() ? rest : Money.zero(rest.currency());
        }

        private Money settled(Part part) {
            return settled.getOrDefault(part, Money.zero(late.currency()));
        }
    }

    /** What was settled of interest or fee, by being waived or otherwise. */
    record Part(String component, boolean waived) {}

    /** The customers' receivables that have ever been late, in the order of their first due dates. */
    List<Reckoned> of(
            UUID organisationId, List<UUID> customerIds, @Nullable UUID receivableId, LocalDate asOf, Instant knownAt) {
        var terms = queries.known(customerIds, knownAt);
        if (terms.isEmpty()) {
            return List.of();
        }
        var late = queries.late(organisationId, customerIds.toArray(UUID[]::new), receivableId, asOf, knownAt);
        if (late.isEmpty()) {
            return List.of();
        }
        var ids = late.stream().map(InterestQueries.Late::id).toArray(UUID[]::new);
        var settled = queries.settled(organisationId, ids, asOf, knownAt).stream()
                .collect(groupingBy(InterestQueries.Settled::receivableId));
        var agreed = queries.agreed(organisationId, ids, asOf, knownAt).stream()
                .collect(groupingBy(InterestQueries.Agreed::receivableId));
        var timelines = new HashMap<UUID, NavigableMap<LocalDate, Terms>>();
        var general = timeline(terms, each -> each.contractId == null);
        return late.stream()
                .map(each -> {
                    var agreedOn = each.contractId() == null
                            ? general
                            : timelines.computeIfAbsent(each.contractId(), id -> ofContract(general, terms, id));
                    return reckoned(
                            each,
                            agreedOn,
                            agreed.getOrDefault(each.id(), List.of()),
                            settled.getOrDefault(each.id(), List.of()),
                            asOf);
                })
                .toList();
    }

    private static Reckoned reckoned(
            InterestQueries.Late late,
            NavigableMap<LocalDate, Terms> terms,
            List<InterestQueries.Agreed> agreed,
            List<InterestQueries.Settled> settled,
            LocalDate asOf) {
        var billed = Money.of(late.amount(), late.currency());
        var dueOn = LateInterest.since(late.issuedOn(), late.billedDueOn());
        agreed.forEach(each -> dueOn.put(each.effectiveOn(), each.dueOn()));
        var history = new History(billed, open(late, billed, settled), dueOn, terms);
        var parts = settled.stream()
                .filter(each -> !each.component().equals("PRINCIPAL"))
                .collect(toMap(
                        each -> new Part(each.component(), each.waived()),
                        each -> Money.of(each.amount(), late.currency()),
                        Money::plus));
        var now = terms.floorEntry(asOf);
        return new Reckoned(
                late, LateInterest.accrued(history, asOf), now == null ? null : now.getValue(), Map.copyOf(parts));
    }

    /** The principal, from each day on which some of it was settled or opened again. */
    private static NavigableMap<LocalDate, Money> open(
            InterestQueries.Late late, Money billed, List<InterestQueries.Settled> settled) {
        var byDay = new TreeMap<LocalDate, BigDecimal>();
        settled.stream()
                .filter(each -> each.component().equals("PRINCIPAL"))
                .forEach(each -> byDay.merge(each.effectiveOn(), each.amount(), BigDecimal::add));
        var open = LateInterest.since(late.issuedOn(), billed);
        var left = billed;
        for (var day : byDay.entrySet()) {
            left = left.minus(Money.of(day.getValue(), late.currency()));
            open.put(day.getKey(), left);
        }
        return open;
    }

    /** Once a contract has terms of its own, they hold for good. */
    private static NavigableMap<LocalDate, Terms> ofContract(
            NavigableMap<LocalDate, Terms> general, List<InterestTerms> terms, UUID contractId) {
        var own = timeline(terms, each -> contractId.equals(each.contractId));
        if (own.isEmpty()) {
            return general;
        }
        var both = new TreeMap<>(general.headMap(own.firstKey()));
        both.putAll(own);
        return both;
    }

    private static NavigableMap<LocalDate, Terms> timeline(List<InterestTerms> terms, Predicate<InterestTerms> of) {
        var timeline = new TreeMap<LocalDate, Terms>();
        terms.stream().filter(of).forEach(each -> timeline.put(each.validFrom, each.terms()));
        return timeline;
    }
}
