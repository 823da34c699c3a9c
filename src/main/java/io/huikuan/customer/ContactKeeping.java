package io.huikuan.customer;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps the people to talk to at a customer. */
@ApplicationScoped
public class ContactKeeping {
    private final Contacts contacts;
    private final CustomerQueries queries;
    private final CustomerAccess access;
    private final AuditTrail audit;
    private final Event<CustomerEvent> events;

    ContactKeeping(
            Contacts contacts,
            CustomerQueries queries,
            CustomerAccess access,
            AuditTrail audit,
            Event<CustomerEvent> events) {
        this.contacts = contacts;
        this.queries = queries;
        this.access = access;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public ContactView add(Viewer viewer, UUID customerId, ContactDetails details, Instant now) {
        access.requireWork(viewer, customerId);
        if (details.name() == null) {
            throw InvalidRequest.field("/name", "required");
        }
        var id = Ids.orNext(details.id());
        if (contacts.findByIdOptional(id).isPresent()) {
            throw new AlreadyExists("/id");
        }
        var contact = new Contact(id, customerId, details);
        choose(viewer, contact, details.optedOut(), now);
        contacts.persist(contact);
        settle(viewer, contact, "contact.created", now);
        return ContactView.of(contact);
    }

    /** @param check sees the present state first and may refuse the change */
    @Transactional
    public ContactView change(
            Viewer viewer, UUID customerId, UUID id, ContactDetails details, Consumer<ContactView> check, Instant now) {
        access.requireWork(viewer, customerId);
        var contact = contacts.findByIdOptional(id)
                .filter(found -> found.customerId.equals(customerId))
                .orElseThrow(NotFound::new);
        check.accept(ContactView.of(contact));
        contact.describe(details);
        choose(viewer, contact, details.optedOut(), now);
        settle(viewer, contact, "contact.changed", now);
        return ContactView.of(contact);
    }

    /** By the link in a letter. May be said again without effect. */
    @Transactional
    public void optOut(UUID organisationId, UUID contactId, Instant now) {
        contacts.findByIdOptional(contactId)
                .filter(contact -> contact.optOut(null, now))
                .ifPresent(contact -> {
                    contacts.flush();
                    var details = Map.of("customer", contact.customerId);
                    audit.record(organisationId, null, "contact.opted-out", "contact", contactId, details, now);
                    events.fire(new ContactOptedOut(organisationId, contactId, now));
                });
    }

    private void choose(Viewer viewer, Contact contact, @Nullable Boolean optedOut, Instant now) {
        if (Boolean.FALSE.equals(optedOut)) {
            contact.optIn();
        } else if (Boolean.TRUE.equals(optedOut) && contact.optOut(viewer.userId(), now)) {
            events.fire(new ContactOptedOut(viewer.organisationId(), contact.id, now));
        }
    }

    private void settle(Viewer viewer, Contact contact, String action, Instant now) {
        contacts.flush();
        var details = Map.of("customer", contact.customerId);
        audit.record(viewer.organisationId(), viewer.userId(), action, "contact", contact.id, details, now);
        if (contact.preferred) {
            var former = queries.preferOnly(viewer.organisationId(), contact.customerId, contact.id).stream()
                    .map(id -> new AuditTrail.Event(id, details))
                    .toList();
            audit.recordAll(viewer.organisationId(), viewer.userId(), "contact.changed", "contact", former, now);
        }
    }
}
