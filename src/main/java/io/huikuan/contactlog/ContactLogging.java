package io.huikuan.contactlog;

import io.huikuan.audit.AuditTrail;
import io.huikuan.customer.CustomerAccess;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Role;
import io.huikuan.platform.RoleMissing;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notes contacts down, with the next step where there is one, and corrects what was noted. */
@ApplicationScoped
public class ContactLogging {
    /** A phone's clock may run ahead of ours by this much. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    /** What of a version is to be put right in the next one, of the id {@code newId}; what is absent stays. */
    public record Correction(
            UUID newId,
            @Nullable UUID receivableId,
            @Nullable UUID contactId,
            NewContactLog.@Nullable Channel channel,
            NewContactLog.@Nullable Outcome outcome,
            @Nullable Instant happenedAt,
            @Nullable String words) {}

    private final ContactLogs logs;
    private final ContactLogQueries queries;
    private final CustomerAccess customers;
    private final ContactOutcomes outcomes;
    private final AuditTrail audit;

    ContactLogging(
            ContactLogs logs,
            ContactLogQueries queries,
            CustomerAccess customers,
            ContactOutcomes outcomes,
            AuditTrail audit) {
        this.logs = logs;
        this.queries = queries;
        this.customers = customers;
        this.outcomes = outcomes;
        this.audit = audit;
    }

    /**
     * Notes a contact down in the name of a viewer, who must see the customer, with what the customer promised and contested in it: all of
     * it or nothing.
     *
     * @throws NotFound when the customer is not the viewer's to see
     * @throws AlreadyExists when there is a contact of this id
     * @throws InvalidRequest when it lies in the future, is about another customer's receivable or person, or what was said can't be
     */
    @Transactional
    public ContactLogView log(Viewer viewer, NewContactLog wanted, Said said, Instant now) {
        customers.requireWork(viewer, wanted.customerId());
        var id = sound(viewer.organisationId(), wanted, now);
        var log = new ContactLog(id, wanted, outcomes.of(viewer, wanted, said, now), viewer.userId(), now);
        return settled(viewer.organisationId(), viewer.userId(), log, "contactlog.recorded", now);
    }

    /**
     * Notes a contact down for an author who is known to be allowed to.
     *
     * @throws AlreadyExists when there is a contact of this id
     * @throws InvalidRequest when it lies in the future, or is about another customer's receivable or person
     */
    @Transactional
    public ContactLogView log(UUID organisationId, UUID authorId, NewContactLog wanted, Instant now) {
        var id = sound(organisationId, wanted, now);
        var log = new ContactLog(id, wanted, outcomes.of(organisationId, authorId, wanted, now), authorId, now);
        return settled(organisationId, authorId, log, "contactlog.recorded", now);
    }

    /**
     * Adds a version that replaces {@code id}. Authors correct themselves; managers correct whom they see.
     *
     * @throws ContactLogCorrected when {@code id} is not the latest version
     */
    @Transactional
    public ContactLogView correct(Viewer viewer, UUID id, Correction correction, Instant now) {
        var log = queries.visible(id, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .map(ContactLogQueries.Row::log)
                .orElseThrow(NotFound::new);
        if (!log.authorId.equals(viewer.userId()) && !viewer.is(Role.MANAGER)) {
            throw new RoleMissing();
        }
        if (!queries.versions(log.originalId).getLast().equals(id)) {
            throw new ContactLogCorrected();
        }
        requireUnused(correction.newId());
        var next = log.corrected(correction, viewer.userId(), now);
        requireSound(viewer.organisationId(), next.customerId, next.receivableId, next.contactId, next.happenedAt, now);
        return settled(viewer.organisationId(), viewer.userId(), next, "contactlog.corrected", now);
    }

    private UUID sound(UUID organisationId, NewContactLog wanted, Instant now) {
        var id = Ids.orNext(wanted.id());
        requireUnused(id);
        var customerId = wanted.customerId();
        requireSound(organisationId, customerId, wanted.receivableId(), wanted.contactId(), wanted.happenedAt(), now);
        return id;
    }

    private void requireUnused(UUID id) {
        if (logs.findByIdOptional(id).isPresent()) {
            throw new AlreadyExists("/id");
        }
    }

    private void requireSound(
            UUID organisationId,
            UUID customerId,
            @Nullable UUID receivableId,
            @Nullable UUID contactId,
            Instant happenedAt,
            Instant now) {
        if (happenedAt.isAfter(now.plus(CLOCK_SKEW))) {
            throw InvalidRequest.field("/happenedAt", "must-not-be-in-the-future");
        }
        if (receivableId != null && queries.countReceivable(organisationId, receivableId, customerId) == 0) {
            throw InvalidRequest.field("/receivableId", "receivable-unknown");
        }
        if (contactId != null && queries.countContact(contactId, customerId) == 0) {
            throw InvalidRequest.field("/contactId", "contact-unknown");
        }
    }

    private ContactLogView settled(UUID organisationId, UUID actorId, ContactLog log, String action, Instant now) {
        logs.persistAndFlush(log);
        var details = Map.of("customer", log.customerId, "outcome", log.outcome, "revision", log.revision);
        audit.record(organisationId, actorId, action, "contactlog", log.id, details, now);
        List<UUID> versions = log.revision == 1 ? List.of(log.id) : queries.versions(log.originalId);
        return ContactLogView.of(queries.byId(log.id), versions);
    }
}
