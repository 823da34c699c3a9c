package io.huikuan.customer;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.huikuan.account.UserDirectory;
import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.Ids;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes customers in by the hundred, known by their codes: for files, where one statement has to serve many rows. Who calls
 * it has made sure that the caller may see the whole organisation.
 */
@ApplicationScoped
public class CustomerIntake {
    /**
     * A customer as a file tells of it.
     *
     * @param details a customer without a name is called by its code
     * @param ownerId whose it becomes if it is new; never changes the owner of one that is there
     */
    public record Wanted(
            String code,
            CustomerDetails details,
            @Nullable UUID ownerId,
            @Nullable Money creditLimit) {}

    /** What became of a customer that was wanted. */
    public enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED,
        /** It is new, and nobody was named whose it is to be: nothing was written. */
        OWNER_MISSING
    }

    private final Customers customers;
    private final CustomerQueries queries;
    private final UserDirectory users;
    private final AuditTrail audit;
    private final Event<CustomersReclassified> events;

    CustomerIntake(
            Customers customers,
            CustomerQueries queries,
            UserDirectory users,
            AuditTrail audit,
            Event<CustomersReclassified> events) {
        this.customers = customers;
        this.queries = queries;
        this.users = users;
        this.audit = audit;
        this.events = events;
    }

    /** Ids of those of {@code codes} that exist. */
    @Transactional
    public Map<String, UUID> known(UUID organisationId, Collection<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : queries.coded(organisationId, codes.toArray(String[]::new)).stream()
                        .collect(toMap(CustomerQueries.Coded::code, CustomerQueries.Coded::id));
    }

    /** Ids of those of {@code usernames} that may own customers: active people. */
    @Transactional
    public Map<String, UUID> owners(Collection<String> usernames) {
        return usernames.isEmpty() ? Map.of() : users.activeByUsernames(usernames);
    }

    /**
     * Makes those customers that are not there yet; leaves the others as they are.
     *
     * @param wanted each with an owner, no code twice
     * @return the ids of all of them by code
     */
    @Transactional
    public Map<String, UUID> takeIn(
            UUID organisationId, @Nullable UUID actorId, List<Wanted> wanted, LocalDate today, Instant now) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        // By code, so that two files that bring the same customers wait for each other instead of dying in each other's
        // arms.
        var arrivals = wanted.stream()
                .sorted(Comparator.comparing(Wanted::code))
                .collect(toMap(one -> Ids.next(), Function.identity(), (one, other) -> one, LinkedHashMap::new));
        insert(organisationId, arrivals, now);
        var ids = known(organisationId, wanted.stream().map(Wanted::code).toList());
        // Another file may have been faster: those are its customers.
        arrivals.keySet().retainAll(ids.values());
        queries.ownAllFrom(organisationId, arrivals.keySet().toArray(UUID[]::new), today);
        var events = new ArrayList<AuditTrail.Event>();
        arrivals.forEach((id, one) -> events.add(
                new AuditTrail.Event(id, details(one.code(), String.valueOf(one.ownerId()), one.creditLimit(), 0))));
        audit.recordAll(organisationId, actorId, "customer.created", "customer", events, now);
        return ids;
    }

    /**
     * Makes those customers that are not there yet, and brings the details of the others up to date; what is absent stays,
     * and so does the owner.
     *
     * @param wanted no code twice
     * @return what became of each, in the same order
     */
    @Transactional
    public List<Outcome> keep(
            UUID organisationId, @Nullable UUID actorId, List<Wanted> wanted, LocalDate today, Instant now) {
        var codes = wanted.stream().map(Wanted::code).toList();
        var present = queries.byCodes(codes).stream().collect(toMap(customer -> customer.code, Function.identity()));
        var before = present.values().stream().collect(toMap(customer -> customer.id, customer -> customer.version));
        var reclassified = new ArrayList<UUID>();
        for (var one : wanted) {
            var customer = present.get(one.code());
            if (customer != null) {
                if (customer.describe(one.details())) {
                    reclassified.add(customer.id);
                }
                if (one.creditLimit() != null) {
                    customer.limitCredit(one.creditLimit());
                }
            }
        }
        customers.flush();
        var changed = present.values().stream()
                .filter(customer -> !Long.valueOf(customer.version).equals(before.get(customer.id)))
                .collect(toSet());
        takeIn(
                organisationId,
                actorId,
                wanted.stream()
                        .filter(one -> one.ownerId() != null && !present.containsKey(one.code()))
                        .toList(),
                today,
                now);
        record(organisationId, actorId, changed, now);
        if (!reclassified.isEmpty()) {
            events.fire(new CustomersReclassified(organisationId, reclassified));
        }
        var outcomes = new ArrayList<Outcome>();
        for (var one : wanted) {
            var customer = present.get(one.code());
            if (customer == null) {
                outcomes.add(one.ownerId() == null ? Outcome.OWNER_MISSING : Outcome.CREATED);
            } else {
                outcomes.add(changed.contains(customer) ? Outcome.CHANGED : Outcome.UNCHANGED);
            }
        }
        return outcomes;
    }

    private void insert(UUID organisationId, Map<UUID, Wanted> arrivals, Instant now) {
        var rows = List.copyOf(arrivals.values());
        queries.takeIn(
                organisationId,
                arrivals.keySet().toArray(UUID[]::new),
                texts(rows, Wanted::code),
                texts(
                        rows,
                        one -> one.details().name() == null
                                ? one.code()
                                : one.details().name()),
                texts(rows, one -> one.details().customerClass()),
                rows.stream().map(Wanted::ownerId).toArray(UUID[]::new),
                texts(
                        rows,
                        one -> one.creditLimit() == null
                                ? null
                                : one.creditLimit().amount().toPlainString()),
                texts(
                        rows,
                        one -> one.creditLimit() == null
                                ? null
                                : one.creditLimit().currency()),
                texts(rows, one -> one.details().paymentMethod()),
                texts(rows, one -> one.details().paymentCycle()),
                texts(rows, one -> one.details().note()),
                now);
    }

    private static String[] texts(List<Wanted> rows, Function<Wanted, @Nullable String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private void record(UUID organisationId, @Nullable UUID actorId, Collection<Customer> changed, Instant now) {
        var events = new ArrayList<AuditTrail.Event>();
        for (var customer : changed) {
            var limit = customer.creditLimit == null || customer.creditCurrency == null
                    ? null
                    : Money.of(customer.creditLimit, customer.creditCurrency);
            var details = details(customer.code, customer.ownerId.toString(), limit, customer.version);
            events.add(new AuditTrail.Event(customer.id, details));
        }
        audit.recordAll(organisationId, actorId, "customer.changed", "customer", events, now);
    }

    private static Map<String, ?> details(String code, String owner, @Nullable Money creditLimit, long version) {
        return Map.of("code", code, "owner", owner, "creditLimit", String.valueOf(creditLimit), "version", version);
    }
}
