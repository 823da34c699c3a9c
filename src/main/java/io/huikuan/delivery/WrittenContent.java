package io.huikuan.delivery;

import io.huikuan.channel.ChannelId;
import io.huikuan.channel.Content;
import io.huikuan.channel.PushKind;
import io.huikuan.delivery.DeliveryQueries.Facts;
import io.huikuan.delivery.SubscribedContent.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Has what other rooms know put into words, by whichever of them it is. */
@ApplicationScoped
class WrittenContent {
    private final SubscribedContent subscriptions;
    private final LetterContent letters;

    WrittenContent(SubscribedContent subscriptions, LetterContent letters) {
        this.subscriptions = subscriptions;
        this.letters = letters;
    }

    /** Empty where nothing is left to say, or the telling says what it says by its kind and counts. */
    Optional<Content> of(UUID organisationId, Facts facts, Instant now) {
        var channel = ChannelId.valueOf(facts.channel());
        if (!facts.theirs()) {
            return Optional.empty();
        }
        if (facts.letterId() != null) {
            return letters.content(new LetterContent.Wanted(organisationId, facts.letterId(), channel, now));
        }
        return facts.subscribed() && facts.aboutDay() != null
                ? subscriptions.content(new Asked(
                        organisationId,
                        facts.readerId(),
                        PushKind.valueOf(facts.kind()),
                        facts.aboutDay(),
                        Optional.ofNullable(facts.targetId()),
                        facts.mayNameCustomers() || channel == ChannelId.EMAIL,
                        Locale.forLanguageTag(facts.locale())))
                : Optional.empty();
    }
}
