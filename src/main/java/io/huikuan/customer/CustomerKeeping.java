package io.huikuan.customer;

import io.huikuan.account.UserDirectory;
import io.huikuan.account.UserView;
import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Role;
import io.huikuan.platform.RoleMissing;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes customers in, keeps what is known of them, hands them over. */
@ApplicationScoped
public class CustomerKeeping {
    /** A customer to take in; without an owner it is the viewer's own. */
    public record Wanted(
            @Nullable UUID id,
            String code,
            CustomerDetails details,
            @Nullable UUID ownerId,
            @Nullable Money creditLimit) {}

    /** What of a customer is to change; what is absent stays. */
    public record Change(
            CustomerDetails details,
            @Nullable UUID ownerId,
            @Nullable Money creditLimit) {}

    private final Customers customers;
    private final CustomerQueries queries;
    private final UserDirectory users;
    private final AuditTrail audit;
    private final Event<CustomerEvent> events;

    CustomerKeeping(
            Customers customers,
            CustomerQueries queries,
            UserDirectory users,
            AuditTrail audit,
            Event<CustomerEvent> events) {
        this.customers = customers;
        this.queries = queries;
        this.users = users;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @throws AlreadyExists when the code or the id is taken
     * @throws RoleMissing when a salesperson sets a credit limit or another owner
     */
    @Transactional
    public CustomerView create(Viewer viewer, Wanted wanted, LocalDate today, Instant now) {
        var name = wanted.details().name();
        if (name == null) {
            throw InvalidRequest.field("/name", "required");
        }
        if (queries.countByCode(wanted.code()) > 0) {
            throw new AlreadyExists("/code");
        }
        var id = Ids.orNext(wanted.id());
        if (customers.findByIdOptional(id).isPresent()) {
            throw new AlreadyExists("/id");
        }
        var owner = owner(viewer, wanted.ownerId() == null ? viewer.userId() : wanted.ownerId());
        var customer = new Customer(id, wanted.code(), name, owner.id(), now);
        var _ = customer.describe(wanted.details());
        if (wanted.creditLimit() != null) {
            limitCredit(viewer, customer, wanted.creditLimit());
        }
        customers.persistAndFlush(customer);
        queries.ownFrom(viewer.organisationId(), id, today, owner.id());
        audit(viewer, "customer.created", customer, now);
        return CustomerView.of(customer, owner.displayName());
    }

    /**
     * @param check sees the present state first and may refuse the change, as {@code If-Match} does
     * @throws RoleMissing when the viewer's role may not change the customer, its owner or the credit limit
     */
    @Transactional
    public CustomerView change(
            Viewer viewer, UUID id, Change change, Consumer<CustomerView> check, LocalDate today, Instant now) {
        if ((change.ownerId() != null || change.creditLimit() != null) && !isInCharge(viewer)) {
            throw new RoleMissing();
        }
        var row = queries.visible(id, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        var customer = row.customer();
        if (!viewer.worksOn(customer.ownerId)) {
            throw new RoleMissing();
        }
        check.accept(CustomerView.of(customer, row.ownerName()));
        if (customer.describe(change.details())) {
            events.fire(new CustomersReclassified(viewer.organisationId(), List.of(id)));
        }
        if (change.creditLimit() != null) {
            limitCredit(viewer, customer, change.creditLimit());
        }
        var ownerName = row.ownerName();
        if (change.ownerId() != null && !change.ownerId().equals(customer.ownerId)) {
            var former = customer.ownerId;
            var owner = owner(viewer, change.ownerId());
            ownerName = owner.displayName();
            customer.handOverTo(owner.id());
            customers.flush();
            queries.ownFrom(viewer.organisationId(), id, today, owner.id());
            events.fire(new CustomersHandedOver(
                    viewer.organisationId(), viewer.userId(), List.of(id), former, owner.id(), today, now));
        }
        customers.flush();
        audit(viewer, "customer.changed", customer, now);
        return CustomerView.of(customer, ownerName);
    }

    /** A salesperson decides neither on credit nor on owners. */
    private static boolean isInCharge(Viewer viewer) {
        return viewer.is(Role.MANAGER) || viewer.is(Role.ADMIN) || viewer.is(Role.INTEGRATION);
    }

    private void limitCredit(Viewer viewer, Customer customer, Money limit) {
        if (!isInCharge(viewer)) {
            throw new RoleMissing();
        }
        if (limit.isNegative()) {
            throw InvalidRequest.field("/creditLimit/amount", "must-not-be-negative");
        }
        customer.limitCredit(limit);
    }

    private UserView owner(Viewer viewer, UUID ownerId) {
        return users.byId(ownerId)
                .filter(UserView::active)
                .filter(user -> viewer.worksOn(user.id()))
                .orElseThrow(() -> InvalidRequest.field("/ownerId", "user-unknown"));
    }

    private void audit(Viewer viewer, String action, Customer customer, Instant now) {
        var details = Map.of(
                "code", customer.code,
                "owner", customer.ownerId,
                "creditLimit", String.valueOf(customer.creditLimit),
                "version", customer.version);
        audit.record(viewer.organisationId(), viewer.userId(), action, "customer", customer.id, details, now);
    }
}
