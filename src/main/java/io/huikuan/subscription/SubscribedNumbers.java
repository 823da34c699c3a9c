package io.huikuan.subscription;

import io.huikuan.channel.Content;
import io.huikuan.channel.Content.DeepLink;
import io.huikuan.channel.Content.Headline;
import io.huikuan.channel.Content.Letter;
import io.huikuan.channel.Content.Screen;
import io.huikuan.delivery.SubscribedContent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Asks for the numbers on behalf of who is to read them, and puts them into words. */
@ApplicationScoped
class SubscribedNumbers implements SubscribedContent {
    private final SubscriptionQueries queries;
    private final NumbersAsked numbers;
    private final OffLinks links;

    SubscribedNumbers(SubscriptionQueries queries, NumbersAsked numbers, OffLinks links) {
        this.queries = queries;
        this.numbers = numbers;
        this.links = links;
    }

    @Override
    public Optional<Content> content(Asked asked) {
        var kind = SubscriptionKind.valueOf(asked.kind().name());
        return queries
                .token(
                        asked.organisationId(),
                        asked.recipientId(),
                        kind.name(),
                        asked.targetId().orElse(null))
                .stream()
                .findFirst()
                .flatMap(row -> numbers.of(kind, asked).map(said -> content(asked, said, row.offToken())));
    }

    private Content content(Asked asked, Said said, String token) {
        if (!asked.letters()) {
            return new Headline(asked.kind(), said.counts(), DeepLink.to(Screen.INBOX));
        }
        if (asked.targetId().isPresent()) {
            return Letter.of(said.subject(), said.text());
        }
        var off = links.to(new OffLink(asked.organisationId(), token));
        return new Letter(said.subject(), said.text(), Optional.empty(), List.of(), Optional.empty(), off);
    }
}
