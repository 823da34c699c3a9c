package io.huikuan.dunning;

import io.huikuan.customer.ContactKeeping;
import io.huikuan.customer.ContactOptedOut;
import io.huikuan.customer.CustomersHandedOver;
import io.huikuan.delivery.LetterTold;
import io.huikuan.notification.LetterNotice;
import io.huikuan.notification.LetterNotices;
import io.huikuan.subscription.OffLink;
import io.huikuan.subscription.OffSwitch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a letter besides a decision: it was sent or could not be, nobody has decided in time, its contact wants none, its customer
 * has another owner.
 */
@ApplicationScoped
public class LetterEnding implements OffSwitch {
    private final LetterQueries queries;
    private final ContactKeeping contacts;
    private final LetterNotices notices;

    LetterEnding(LetterQueries queries, ContactKeeping contacts, LetterNotices notices) {
        this.queries = queries;
        this.contacts = contacts;
        this.notices = notices;
    }

    /** Puts away what nobody has decided on in time. */
    @Transactional
    public void expire(UUID organisationId, LocalDate today, Instant now) {
        close(organisationId, queries.expire(organisationId, today, now), now);
    }

    /** The contact that the letter of this link went to wants no more. May be said again without effect. */
    @Override
    @Transactional
    public void off(OffLink link, Instant now) {
        queries.contactBy(link.organisationId(), link.token())
                .forEach(contact -> contacts.optOut(link.organisationId(), contact, now));
    }

    /** A letter that an operator has tried again may come to another end. */
    void told(@Observes LetterTold event) {
        switch (event.outcome()) {
            case SENT -> end(event, LetterState.SENT, null, LetterState.APPROVED, LetterState.FAILED, LetterState.VOID);
            case NOTHING_TO_TELL ->
                end(event, LetterState.VOID, LetterEnd.NOTHING_LEFT, LetterState.APPROVED, LetterState.FAILED);
            case NOT_REACHED -> end(event, LetterState.FAILED, LetterEnd.NOT_REACHED, LetterState.APPROVED);
        }
    }

    private void end(LetterTold event, LetterState state, @Nullable LetterEnd because, LetterState... from) {
        queries.end(
                event.organisationId(),
                event.letterId(),
                List.of(from).stream().map(Enum::name).toArray(String[]::new),
                state.name(),
                because == null ? null : because.name(),
                event.at());
    }

    void optedOut(@Observes ContactOptedOut event) {
        close(
                event.organisationId(),
                queries.dropFor(event.organisationId(), event.contactId(), event.at()),
                event.at());
    }

    /** Who has the customers now decides, and is told of it in place of who had them. */
    void handedOver(@Observes CustomersHandedOver event) {
        var waiting = queries.waiting(event.organisationId(), event.customers());
        close(
                event.organisationId(),
                waiting.stream().map(LetterQueries.Waiting::id).toList(),
                event.now());
        var told = waiting.stream()
                .map(letter -> new LetterNotice(event.ownerId(), letter.id(), letter.customerId()))
                .toList();
        notices.tell(event.organisationId(), told, event.day(), event.now());
    }

    private void close(UUID organisationId, List<UUID> letters, Instant now) {
        if (!letters.isEmpty()) {
            notices.close(organisationId, letters, now);
        }
    }
}
