package io.huikuan.promise;

import io.huikuan.audit.AuditTrail;
import io.huikuan.customer.CustomerAccess;
import io.huikuan.hold.HoldKeeping;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Takes promises down, and back. */
@ApplicationScoped
public class Promising {
    private final PromiseBook book;
    private final PromiseHolding holding;
    private final PromiseTerms terms;
    private final CustomerAccess customers;
    private final AuditTrail audit;

    Promising(
            PromiseBook book, PromiseHolding holding, PromiseTerms terms, CustomerAccess customers, AuditTrail audit) {
        this.book = book;
        this.holding = holding;
        this.terms = terms;
        this.customers = customers;
        this.audit = audit;
    }

    /**
     * Takes the place of every open promise that is over one of its receivables.
     *
     * @throws NotFound when the customer is not the viewer's to see
     * @throws InvalidRequest when nobody gave it, it is for a day that is over or too far away, or for more than is open
     * @throws AlreadyExists when there is a promise of this id
     */
    @Transactional
    public PromiseView promise(Viewer viewer, NewPromise wanted, LocalDate today, Instant now) {
        var organisationId = viewer.organisationId();
        var customer = customers.requireWork(viewer, wanted.customerId());
        requireSound(wanted, today);
        holding.lock(organisationId, List.of(customer.id()));
        var id = Ids.orNext(wanted.id());
        book.requireUnused(id);
        var shares = PromisedShares.of(wanted, holding.open(organisationId, customer.id()), today);
        var replaced = book.openOver(List.copyOf(shares.keySet()));
        var promise = new Promise(
                id,
                wanted,
                customer.ownerId(),
                today,
                terms.grace(organisationId),
                terms.calendar(organisationId),
                viewer.userId(),
                now);
        book.write(promise, shares);
        for (var older : replaced) {
            older.supersede(id);
            holding.turned(organisationId, older, today, now);
            record(viewer, older, "promise.superseded", Map.of("by", id), now);
        }
        holding.hold(organisationId, promise, shares, today);
        record(viewer, promise, "promise.obtained", details(promise), now);
        return book.view(promise, customer.name());
    }

    /**
     * @param check sees the present state first and may refuse, as {@code If-Match} does
     * @throws NotFound when it is not the viewer's to see
     * @throws PromiseNotOpen when something has become of it already
     */
    @Transactional
    public PromiseView withdraw(
            Viewer viewer, UUID id, String reason, Consumer<PromiseView> check, LocalDate today, Instant now) {
        var customer = customers.requireWork(viewer, book.customerOf(viewer, id));
        holding.lock(viewer.organisationId(), List.of(customer.id()));
        var promise = book.one(id);
        check.accept(book.view(promise, customer.name()));
        promise.withdraw(viewer.userId(), reason);
        holding.turned(viewer.organisationId(), promise, today, now);
        record(viewer, promise, "promise.withdrawn", Map.of("reason", reason), now);
        return book.view(promise, customer.name());
    }

    private void requireSound(NewPromise wanted, LocalDate today) {
        var contactId = wanted.contactId();
        var words = wanted.promisedBy();
        if (contactId == null && (words == null || words.isBlank())) {
            throw InvalidRequest.field("/promisedBy", "required");
        }
        if (contactId != null && !book.hasContact(contactId, wanted.customerId())) {
            throw InvalidRequest.field("/contactId", "contact-unknown");
        }
        if (!wanted.amount().isPositive()) {
            throw InvalidRequest.field("/amount/amount", "must-be-positive");
        }
        HoldKeeping.requireBounded("/dueOn", wanted.dueOn(), today);
    }

    private static Map<String, String> details(Promise promise) {
        Money promised = promise.promised();
        return Map.of(
                "customer", promise.customerId.toString(),
                "amount", promised.toString(),
                "dueOn", promise.dueOn.toString(),
                "heldUntil", promise.heldUntil.toString());
    }

    private void record(Viewer viewer, Promise promise, String action, Map<String, ?> details, Instant now) {
        book.flush();
        audit.record(viewer.organisationId(), viewer.userId(), action, "promise", promise.id, details, now);
    }
}
