package io.huikuan.dunning;

import io.huikuan.channel.Address.Mailbox;
import io.huikuan.channel.ChannelId;
import io.huikuan.channel.Content;
import io.huikuan.channel.Content.Attachment;
import io.huikuan.channel.Content.Letter;
import io.huikuan.delivery.LetterContent;
import io.huikuan.dunning.LetterQueries.Draft;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.platform.Role;
import io.huikuan.platform.TextBundle;
import io.huikuan.platform.Viewer;
import io.huikuan.statement.StatementFiles;
import io.huikuan.subscription.OffLink;
import io.huikuan.subscription.OffLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts a letter into words at the moment at which it goes out: it asks for what is left to ask for then. */
@ApplicationScoped
class LetterWriting implements LetterContent {
    private static final Set<String> GOING_OUT = Set.of(LetterState.APPROVED.name(), LetterState.FAILED.name());
    private static final String PDF = "application/pdf";

    private final LetterQueries queries;
    private final StatementFiles statements;
    private final OffLinks links;
    private final OrganisationScope scope;

    LetterWriting(LetterQueries queries, StatementFiles statements, OffLinks links, OrganisationScope scope) {
        this.queries = queries;
        this.statements = statements;
        this.links = links;
        this.scope = scope;
    }

    /**
     * The words as they would go out now.
     *
     * @throws NotFound when it is not the viewer's to see
     * @throws LetterSaysNothing when nothing is left to ask for
     */
    LetterWords preview(Viewer viewer, UUID letterId, LocalDate today) {
        var draft = queries.draft(viewer.organisationId(), letterId, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        var asked = queries.asked(viewer.organisationId(), letterId, today);
        if (asked.isEmpty()) {
            throw new LetterSaysNothing();
        }
        return LetterWords.of(draft, asked, today, attachment(draft, today));
    }

    @Override
    public Optional<Content> content(Wanted wanted) {
        return queries.draft(wanted.organisationId(), wanted.letterId(), true, new UUID[0]).stream()
                .filter(draft -> GOING_OUT.contains(draft.state()))
                .findFirst()
                .flatMap(draft -> content(wanted, draft));
    }

    private Optional<Content> content(Wanted wanted, Draft draft) {
        var today = LocalDate.ofInstant(wanted.now(), ZoneId.of(draft.timeZone()));
        var asked = queries.asked(wanted.organisationId(), wanted.letterId(), today);
        queries.ask(
                wanted.organisationId(),
                wanted.letterId(),
                asked.stream().map(LetterQueries.Asked::receivableId).toArray(UUID[]::new),
                asked.stream().map(LetterQueries.Asked::amount).toArray(BigDecimal[]::new));
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        var words = LetterWords.of(draft, asked, today, attachment(draft, today));
        return Optional.of(
                wanted.channel() == ChannelId.SMS
                        ? Letter.of(words.subject(), words.shortText())
                        : letter(wanted.organisationId(), draft, words, today));
    }

    private Letter letter(UUID organisationId, Draft draft, LetterWords words, LocalDate today) {
        return new Letter(
                words.subject(),
                words.text(),
                Optional.empty(),
                List.of(new Attachment(words.attachment(), PDF, () -> statement(organisationId, draft, today))),
                Optional.ofNullable(draft.ownerMail())
                        .filter(Mailbox::isMailbox)
                        .map(Mailbox::new),
                links.to(new OffLink(organisationId, draft.offToken())));
    }

    /** As the customer's owner sees it, who sends it. */
    private byte[] statement(UUID organisationId, Draft draft, LocalDate today) {
        var owner = new Viewer(
                organisationId,
                draft.ownerId(),
                Set.of(Role.SALESPERSON),
                false,
                List.of(draft.ownerId()),
                ZoneId.of(draft.timeZone()));
        return scope.within(
                organisationId,
                () -> statements.pdf(owner, draft.customerId(), today, TextBundle.locale(draft.locale())));
    }

    private String attachment(Draft draft, LocalDate today) {
        return statements.name(draft.customerName(), today, TextBundle.locale(draft.locale()));
    }
}
