package io.huikuan.dunning;

import static java.util.stream.Collectors.toSet;

import io.huikuan.audit.AuditTrail;
import io.huikuan.delivery.TellingPlanning;
import io.huikuan.delivery.TellingPlanning.ToContact;
import io.huikuan.notification.LetterNotice;
import io.huikuan.notification.LetterNotices;
import io.huikuan.subscription.OffLink;
import io.huikuan.team.Escalation;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Writes the letters of a page down, and has each approved or sent. What is in a letter has taken its step. */
@ApplicationScoped
class LetterMaking {
    private final DunningQueries queries;
    private final Escalation escalation;
    private final LetterNotices notices;
    private final TellingPlanning tellings;
    private final AuditTrail audit;

    LetterMaking(
            DunningQueries queries,
            Escalation escalation,
            LetterNotices notices,
            TellingPlanning tellings,
            AuditTrail audit) {
        this.queries = queries;
        this.escalation = escalation;
        this.notices = notices;
        this.tellings = tellings;
        this.audit = audit;
    }

    void make(UUID organisationId, List<NewLetter> letters, LocalDate today, Instant now) {
        if (letters.isEmpty()) {
            return;
        }
        queries.write(
                organisationId,
                column(letters, NewLetter::id, UUID[]::new),
                column(letters, letter -> letter.customer().id(), UUID[]::new),
                column(letters, NewLetter::contactId, UUID[]::new),
                column(letters, letter -> letter.expiresOn().orElse(null), LocalDate[]::new),
                column(letters, _ -> OffLink.newToken(), String[]::new),
                today,
                now);
        list(
                organisationId,
                letters.stream().flatMap(letter -> letter.items().stream()).toList());
        askForApproval(organisationId, letters, today, now);
        var approved = letters.stream()
                .filter(letter -> letter.expiresOn().isEmpty())
                .map(letter -> new ToContact(letter.contactId(), letter.id(), today))
                .toList();
        tellings.tellContacts(organisationId, approved, now);
        var events = letters.stream()
                .map(letter -> new AuditTrail.Event(
                        letter.id(),
                        Map.of(
                                "customer",
                                letter.customer().id(),
                                "receivables",
                                letter.items().size())))
                .toList();
        audit.recordAll(organisationId, null, "dunning-letter.made", "dunning-letter", events, now);
    }

    private void list(UUID organisationId, List<NewLetter.Item> items) {
        queries.list(
                organisationId,
                column(items, NewLetter.Item::letterId, UUID[]::new),
                column(items, item -> item.due().receivableId(), UUID[]::new),
                column(items, NewLetter.Item::policyId, UUID[]::new),
                column(items, item -> item.policy().version(), Integer[]::new),
                column(items, item -> item.due().dueOn(), LocalDate[]::new),
                column(items, item -> item.send().step().offsetDays(), Integer[]::new),
                column(items, item -> item.send().occurrence(), Integer[]::new),
                column(items, item -> item.due().promisesBroken(), Integer[]::new),
                column(items, item -> item.due().amount(), BigDecimal[]::new),
                column(items, item -> item.due().currency(), String[]::new));
    }

    /** The owner is told; where the owner has left, who stands above. */
    private void askForApproval(UUID organisationId, List<NewLetter> letters, LocalDate today, Instant now) {
        var proposed = letters.stream()
                .filter(letter -> letter.expiresOn().isPresent())
                .toList();
        var owners =
                proposed.stream().map(letter -> letter.customer().ownerId()).collect(toSet());
        var audiences = escalation.audiences(organisationId, owners);
        var told = proposed.stream()
                .flatMap(letter -> audiences.responsible(letter.customer().ownerId()).stream()
                        .map(person -> new LetterNotice(
                                person, letter.id(), letter.customer().id())))
                .toList();
        notices.tell(organisationId, told, today, now);
    }

    private static <R, T> T[] column(List<R> rows, Function<R, @Nullable T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
