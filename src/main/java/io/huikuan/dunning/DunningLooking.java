package io.huikuan.dunning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.huikuan.calendar.WorkCalendars;
import io.huikuan.dunning.DunningQueries.Contact;
import io.huikuan.dunning.DunningQueries.Customer;
import io.huikuan.dunning.DunningQueries.Due;
import io.huikuan.platform.Ids;
import io.huikuan.policy.PolicyShelf;
import io.huikuan.rules.BusinessCalendar;
import io.huikuan.rules.PolicyInForce;
import io.huikuan.rules.ReminderDecision;
import io.huikuan.rules.ReminderLadder;
import io.huikuan.rules.ReminderPolicy;
import io.huikuan.rules.ReminderSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Makes a working day's letters, a page of customers a transaction. Replicas take turns at the day's row, so that none makes what another has
 * made, and a crash loses a page that the next one makes again.
 */
@ApplicationScoped
public class DunningLooking {
    private static final int PAGE = 200;

    private final DunningQueries queries;
    private final PolicyShelf shelf;
    private final WorkCalendars calendars;
    private final LetterMaking making;

    DunningLooking(DunningQueries queries, PolicyShelf shelf, WorkCalendars calendars, LetterMaking making) {
        this.queries = queries;
        this.shelf = shelf;
        this.calendars = calendars;
        this.making = making;
    }

    /** All that the decisions of a page depend on. */
    private record Page(
            BusinessCalendar calendar,
            LocalDate today,
            Map<UUID, ReminderPolicy> policies,
            Map<UUID, List<Due>> due,
            Map<UUID, List<Contact>> contacts) {}

    /**
     * Looks at the next page of customers.
     *
     * @return false when all of this day are done, or somebody else is at it, or it is a day off
     */
    @Transactional
    public boolean look(UUID organisationId, LocalDate today, Instant now) {
        var calendar = calendars.of(organisationId);
        if (!calendar.isWorkingDay(today)) {
            return false;
        }
        queries.open(organisationId, today);
        var turn = queries.turn(organisationId, today);
        if (turn.isEmpty()) {
            return false;
        }
        var customers = queries.customers(organisationId, today, turn.getFirst(), PAGE);
        if (!customers.isEmpty()) {
            var page = page(organisationId, customers, calendar, today);
            var letters = customers.stream()
                    .flatMap(customer -> letter(customer, page).stream())
                    .toList();
            making.make(organisationId, letters, today, now);
        }
        if (customers.size() < PAGE) {
            queries.finish(organisationId, today, now);
            return false;
        }
        queries.reach(organisationId, today, customers.getLast().id());
        return true;
    }

    private Page page(UUID organisationId, List<Customer> customers, BusinessCalendar calendar, LocalDate today) {
        var ids = customers.stream().map(Customer::id).toArray(UUID[]::new);
        return new Page(
                calendar,
                today,
                shelf.latest(
                        organisationId,
                        customers.stream().map(Customer::policyId).collect(toSet())),
                queries.due(organisationId, ids, today).stream().collect(groupingBy(Due::customerId)),
                queries.contacts(organisationId, ids).stream().collect(groupingBy(Contact::customerId)));
    }

    /** Without anybody who can be written to there is none, and the steps stay due. */
    private static Optional<NewLetter> letter(Customer customer, Page page) {
        return contact(customer, page)
                .map(contact -> {
                    var id = Ids.next();
                    var items = page.due().getOrDefault(customer.id(), List.of()).stream()
                            .flatMap(due -> item(id, due, customer, page))
                            .toList();
                    var expiresOn = switch (DunningApproval.valueOf(customer.approval())) {
                        case OWNER ->
                            Optional.of(page.calendar().plusWorkingDays(page.today(), customer.approvalDays()));
                        case AUTOMATIC -> Optional.<LocalDate>empty();
                    };
                    return new NewLetter(id, customer, contact.id(), items, expiresOn);
                })
                .filter(letter -> !letter.items().isEmpty() && letter.isWorthIt());
    }

    private static Optional<Contact> contact(Customer customer, Page page) {
        var channels = DunningRuleView.channels(customer.channels());
        return page.contacts().getOrDefault(customer.id(), List.of()).stream()
                .filter(contact -> channels.stream().anyMatch(contact::isReachedBy))
                .findFirst();
    }

    private static Stream<NewLetter.Item> item(UUID letterId, Due due, Customer customer, Page page) {
        var policy = page.policies().get(customer.policyId());
        if (policy == null) {
            return Stream.of();
        }
        var snapshot = new ReminderSnapshot(due.dueOn(), due.open(), List.of(), due.promiseBroken(), due.last(), true);
        var decision = ReminderLadder.decide(snapshot, PolicyInForce.always(policy), page.calendar(), page.today());
        return decision instanceof ReminderDecision.Send send
                ? Stream.of(new NewLetter.Item(letterId, due, policy, send))
                : Stream.of();
    }
}
