package io.huikuan.customer;

import io.huikuan.account.UserDirectory;
import io.huikuan.account.UserView;
import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Hands many customers of one owner to another, in as many statements as one. */
@ApplicationScoped
public class CustomerHandingOver {
    private final CustomerQueries queries;
    private final UserDirectory users;
    private final AuditTrail audit;
    private final Event<CustomerEvent> events;

    CustomerHandingOver(CustomerQueries queries, UserDirectory users, AuditTrail audit, Event<CustomerEvent> events) {
        this.queries = queries;
        this.users = users;
        this.audit = audit;
        this.events = events;
    }

    /**
     * From today on they are {@code toId}'s, with what is owed and to do; what was collected stays the former owner's. Whoever leaves may be
     * inactive by now.
     *
     * @param chosen those of {@code fromId}'s customers that are meant; all of them where empty
     * @return what was handed over
     * @throws InvalidRequest when one of the two is nobody the viewer may work for, or a chosen customer not {@code fromId}'s
     */
    @Transactional
    public List<UUID> handOver(
            Viewer viewer, UUID fromId, UUID toId, Optional<List<UUID>> chosen, LocalDate today, Instant now) {
        requirePeople(viewer, fromId, toId);
        var customers = meant(viewer, fromId, chosen);
        if (customers.isEmpty()) {
            return customers;
        }
        var organisationId = viewer.organisationId();
        var ids = customers.toArray(UUID[]::new);
        queries.handOver(organisationId, ids, toId);
        queries.ownAllFrom(organisationId, ids, today);
        events.fire(new CustomersHandedOver(organisationId, viewer.userId(), customers, fromId, toId, today, now));
        var details = Map.of("formerOwner", fromId, "owner", toId);
        var events =
                customers.stream().map(id -> new AuditTrail.Event(id, details)).toList();
        audit.recordAll(organisationId, viewer.userId(), "customer.handed-over", "customer", events, now);
        return customers;
    }

    /**
     * What {@link #handOver} would hand over.
     *
     * @throws InvalidRequest as there
     */
    @Transactional
    public List<UUID> wouldHandOver(Viewer viewer, UUID fromId, UUID toId, Optional<List<UUID>> chosen) {
        requirePeople(viewer, fromId, toId);
        return meant(viewer, fromId, chosen);
    }

    private void requirePeople(Viewer viewer, UUID fromId, UUID toId) {
        if (!viewer.worksOn(fromId) || users.byId(fromId).isEmpty()) {
            throw InvalidRequest.field("/fromId", "user-unknown");
        }
        boolean canTake = viewer.worksOn(toId)
                && users.byId(toId).filter(UserView::active).isPresent();
        if (!canTake || toId.equals(fromId)) {
            throw InvalidRequest.field("/toId", "user-unknown");
        }
    }

    /** Locked: nobody else hands one of them over meanwhile. */
    private List<UUID> meant(Viewer viewer, UUID fromId, Optional<List<UUID>> chosen) {
        var ids = chosen.orElse(List.of()).toArray(UUID[]::new);
        var owned = queries.lockOwned(viewer.organisationId(), fromId, chosen.isEmpty(), ids);
        for (int i = 0; i < ids.length; i++) {
            if (!owned.contains(ids[i])) {
                throw InvalidRequest.field("/customerIds/" + i, "customer-unknown");
            }
        }
        return owned;
    }
}
