package io.huikuan.dunning;

import io.huikuan.audit.AuditTrail;
import io.huikuan.delivery.TellingPlanning;
import io.huikuan.delivery.TellingPlanning.ToContact;
import io.huikuan.dunning.LetterQueries.Locked;
import io.huikuan.notification.LetterNotices;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.RoleMissing;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Has letters sent, or not: by whoever works on the customer. */
@ApplicationScoped
public class LetterDeciding {
    private final LetterQueries queries;
    private final LetterNotices notices;
    private final TellingPlanning tellings;
    private final AuditTrail audit;

    LetterDeciding(LetterQueries queries, LetterNotices notices, TellingPlanning tellings, AuditTrail audit) {
        this.queries = queries;
        this.notices = notices;
        this.tellings = tellings;
        this.audit = audit;
    }

    /**
     * @param check sees the present version first and may refuse, as {@code If-Match} does
     * @throws NotFound when it is not the viewer's to see
     * @throws LetterDecided when it does not wait for approval any more
     */
    @Transactional
    public void approve(Viewer viewer, UUID id, LongConsumer check, LocalDate today, Instant now) {
        var letter = locked(viewer, id, check, today);
        queries.decide(viewer.organisationId(), id, LetterState.APPROVED.name(), viewer.userId(), null, now);
        var approved = new ToContact(letter.contactId(), id, letter.businessDate());
        tellings.tellContacts(viewer.organisationId(), List.of(approved), now);
        settle(viewer, "dunning-letter.approved", id, Map.of("customer", letter.customerId()), now);
    }

    /**
     * @param check sees the present version first and may refuse, as {@code If-Match} does
     * @throws NotFound when it is not the viewer's to see
     * @throws LetterDecided when it does not wait for approval any more
     */
    @Transactional
    public void refuse(Viewer viewer, UUID id, String reason, LongConsumer check, LocalDate today, Instant now) {
        var letter = locked(viewer, id, check, today);
        queries.decide(viewer.organisationId(), id, LetterState.REFUSED.name(), viewer.userId(), reason, now);
        var details = Map.of("customer", letter.customerId(), "reason", reason);
        settle(viewer, "dunning-letter.refused", id, details, now);
    }

    private Locked locked(Viewer viewer, UUID id, LongConsumer check, LocalDate today) {
        var letter = queries.lock(viewer.organisationId(), id, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!viewer.worksOn(letter.ownerId())) {
            throw new RoleMissing();
        }
        check.accept(letter.version());
        boolean waits = letter.state().equals(LetterState.PROPOSED.name());
        if (!waits || letter.expiresOn() == null || letter.expiresOn().isBefore(today)) {
            throw new LetterDecided();
        }
        return letter;
    }

    private void settle(Viewer viewer, String action, UUID id, Map<String, ?> details, Instant now) {
        notices.close(viewer.organisationId(), List.of(id), now);
        audit.record(viewer.organisationId(), viewer.userId(), action, "dunning-letter", id, details, now);
    }
}
