package io.huikuan.receivable;

import io.huikuan.closing.ClosedBooks;
import io.huikuan.closing.ClosedPeriods;
import io.huikuan.customer.CustomerAccess;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Problem;
import io.huikuan.platform.Viewer;
import io.huikuan.receivable.Billed.Outcome;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes receivables into the books, one or thousands with the same few statements. */
@ApplicationScoped
public class ReceivableBilling {
    private record Numbered(UUID id, NewReceivable receivable) {}

    private record Key(UUID customerId, String number, LocalDate billedDueOn) {}

    private final ReceivableQueries queries;
    private final ReceivableReading reading;
    private final CustomerAccess customers;
    private final ClosedPeriods periods;
    private final BillingTrail trail;

    ReceivableBilling(
            ReceivableQueries queries,
            ReceivableReading reading,
            CustomerAccess customers,
            ClosedPeriods periods,
            BillingTrail trail) {
        this.reading = reading;
        this.periods = periods;
        this.queries = queries;
        this.customers = customers;
        this.trail = trail;
    }

    /**
     * Bills what is not in the books yet and leaves the rest as it is, so that the same list twice changes nothing. All or nothing:
     * who has rows of doubtful make asks {@link NewReceivable#faults} first.
     *
     * @param actorId who bills; null for the system itself
     * @return in the order of {@code wanted}
     * @throws InvalidRequest when a row is wrong in itself, or names a customer or document that is not there
     * @throws AlreadyExists when a row brings an id that another receivable has
     */
    @Transactional
    public List<Billed> billAll(
            UUID organisationId, @Nullable UUID actorId, List<NewReceivable> wanted, LocalDate today, Instant now) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        refuseFaulty(wanted, today);
        requireCustomers(organisationId, wanted);
        requireDocuments(organisationId, wanted);
        var books = periods.hold(organisationId);
        var numbered = wanted.stream()
                .map(each -> new Numbered(Ids.orNext(each.id()), each))
                .toList();
        var open = numbered.stream()
                .filter(each -> !books.contains(each.receivable().issuedOn()))
                .toList();
        var created = Set.copyOf(bill(organisationId, open, now));
        var billed = outcomes(organisationId, numbered, created, books);
        trail.record(organisationId, actorId, wanted, billed, now);
        return billed;
    }

    /**
     * Notes which receivables take the place of others since a plan was made anew, so that what was billed first can be told.
     *
     * @param replaced the former receivable of each new one
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void replace(UUID organisationId, Map<UUID, UUID> replaced) {
        if (!replaced.isEmpty()) {
            var ids = replaced.keySet().toArray(UUID[]::new);
            queries.replace(
                    organisationId, ids, Stream.of(ids).map(replaced::get).toArray(UUID[]::new));
        }
    }

    /** @throws AlreadyExists when the customer was billed this number with this due date before */
    @Transactional
    public ReceivableView bill(Viewer viewer, NewReceivable wanted, LocalDate today, Instant now) {
        customers.require(viewer, wanted.customerId());
        var billed = billAll(viewer.organisationId(), viewer.userId(), List.of(wanted), today, now)
                .getFirst();
        if (billed.outcome() == Outcome.PERIOD_CLOSED) {
            periods.hold(viewer.organisationId()).require("/issuedOn", wanted.issuedOn());
        }
        if (billed.outcome() != Outcome.CREATED) {
            throw new AlreadyExists("/number");
        }
        return reading.one(viewer, billed.id(), today).orElseThrow(NotFound::new);
    }

    private static void refuseFaulty(List<NewReceivable> wanted, LocalDate today) {
        List<Problem.Fault> faults =
                wanted.stream().flatMap(each -> each.faults(today).stream()).toList();
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }

    private void requireCustomers(UUID organisationId, List<NewReceivable> wanted) {
        var ids = wanted.stream().map(NewReceivable::customerId).distinct().toArray(UUID[]::new);
        if (queries.holdCustomers(organisationId, ids).size() < ids.length) {
            throw InvalidRequest.field("/customerId", "customer-unknown");
        }
    }

    private void requireDocuments(UUID organisationId, List<NewReceivable> wanted) {
        if (wanted.stream().allMatch(each -> each.contractId() == null && each.invoiceId() == null)) {
            return;
        }
        var unknown = queries.unknownDocuments(organisationId, customers(wanted), contracts(wanted), invoices(wanted));
        if (!unknown.isEmpty()) {
            throw new InvalidRequest(unknown.stream()
                    .sorted()
                    .map(pointer -> new Problem.Fault(pointer, "document-unknown", List.of()))
                    .toList());
        }
    }

    private List<UUID> bill(UUID organisationId, List<Numbered> numbered, Instant now) {
        var wanted = numbered.stream().map(Numbered::receivable).toList();
        return queries.bill(
                organisationId,
                numbered.stream().map(Numbered::id).toArray(UUID[]::new),
                customers(wanted),
                contracts(wanted),
                invoices(wanted),
                wanted.stream().map(NewReceivable::number).toArray(String[]::new),
                wanted.stream().map(NewReceivable::issuedOn).toArray(LocalDate[]::new),
                wanted.stream().map(NewReceivable::dueOn).toArray(LocalDate[]::new),
                wanted.stream().map(each -> each.amount().amount()).toArray(BigDecimal[]::new),
                wanted.stream().map(each -> each.amount().currency()).toArray(String[]::new),
                wanted.stream().map(NewReceivable::note).toArray(String[]::new),
                now);
    }

    private List<Billed> outcomes(UUID organisationId, List<Numbered> numbered, Set<UUID> created, ClosedBooks books) {
        var unseen = new HashSet<>(created);
        var wanted = numbered.stream().map(Numbered::receivable).toList();
        var known = created.size() == wanted.size()
                ? Map.<Key, ReceivableQueries.Known>of()
                : known(organisationId, wanted);
        var billed = new ArrayList<Billed>(wanted.size());
        for (var each : numbered) {
            var there = known.get(keyOf(each.receivable()));
            // An id that comes twice in one list is created by the first of the two.
            if (unseen.remove(each.id())) {
                billed.add(new Billed(each.id(), Outcome.CREATED));
            } else if (there == null && books.contains(each.receivable().issuedOn())) {
                billed.add(new Billed(each.id(), Outcome.PERIOD_CLOSED));
            } else {
                billed.add(compare(each.receivable(), there));
            }
        }
        return billed;
    }

    private Map<Key, ReceivableQueries.Known> known(UUID organisationId, List<NewReceivable> wanted) {
        var numbers = wanted.stream().map(NewReceivable::number).toArray(String[]::new);
        var billedDueOns = wanted.stream().map(NewReceivable::dueOn).toArray(LocalDate[]::new);
        return queries.known(organisationId, customers(wanted), numbers, billedDueOns).stream()
                .collect(Collectors.toMap(
                        known -> new Key(known.customerId(), known.number(), known.billedDueOn()),
                        Function.identity()));
    }

    private static Billed compare(NewReceivable wanted, ReceivableQueries.@Nullable Known known) {
        if (known == null) {
            throw new AlreadyExists("/id");
        }
        boolean same = known.issuedOn().equals(wanted.issuedOn())
                && Money.of(known.amount(), known.currency()).equals(wanted.amount());
        return new Billed(known.id(), same ? Outcome.UNCHANGED : Outcome.DIFFERS);
    }

    private static Key keyOf(NewReceivable wanted) {
        return new Key(wanted.customerId(), wanted.number(), wanted.dueOn());
    }

    private static UUID[] customers(List<NewReceivable> wanted) {
        return wanted.stream().map(NewReceivable::customerId).toArray(UUID[]::new);
    }

    private static UUID[] contracts(List<NewReceivable> wanted) {
        return wanted.stream().map(NewReceivable::contractId).toArray(UUID[]::new);
    }

    private static UUID[] invoices(List<NewReceivable> wanted) {
        return wanted.stream().map(NewReceivable::invoiceId).toArray(UUID[]::new);
    }
}
