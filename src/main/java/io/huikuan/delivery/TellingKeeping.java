package io.huikuan.delivery;

import io.huikuan.channel.ChannelId;
import io.huikuan.delivery.FanOutQueries.Concluded;
import io.huikuan.platform.OrganisationScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes tellings from their plan to their end: into deliveries over one channel, and on to the next one where that reached nobody. */
@ApplicationScoped
public class TellingKeeping {
    private final TellingQueries tellings;
    private final FanOutQueries fanOut;
    private final DeliveryQueries deliveries;
    private final OrganisationScope scope;
    private final Event<LetterTold> ended;

    TellingKeeping(
            TellingQueries tellings,
            FanOutQueries fanOut,
            DeliveryQueries deliveries,
            OrganisationScope scope,
            Event<LetterTold> ended) {
        this.tellings = tellings;
        this.fanOut = fanOut;
        this.deliveries = deliveries;
        this.scope = scope;
        this.ended = ended;
    }

    /** Organisations in which something is due. */
    @Transactional
    public List<UUID> organisationsWithWork(Instant now) {
        return tellings.organisationsWithWork(now);
    }

    /** How long the longest waiting delivery has been due. */
    @Transactional
    public Duration longestWait(Instant now) {
        return Duration.ofSeconds(deliveries.longestWaitSeconds(now));
    }

    /** Puts away what nobody needs to be told any more. */
    @Transactional
    public void expire(UUID organisationId, Instant now) {
        scope.within(organisationId, () -> {
            tellings.expire(organisationId, now)
                    .forEach(letter ->
                            ended.fire(new LetterTold(organisationId, letter, LetterTold.Outcome.NOT_REACHED, now)));
            return deliveries.expire(organisationId, now);
        });
    }

    /**
     * Makes deliveries of tellings that are due, over the first of these channels by which each recipient, or who stands in
     * for them today, can be told.
     *
     * @return how many tellings were dealt with, {@code rows} at the most
     */
    @Transactional
    public long fanOut(UUID organisationId, Instant now, Collection<ChannelId> channels, int rows) {
        return scope.within(organisationId, () -> {
            var _ = fanOut.takeTurns(organisationId);
            return fanOut.fanOut(organisationId, now, names(channels), rows);
        });
    }

    /**
     * Says how tellings ended whose deliveries have all come to an end; one that reached nobody is due again for the next channel.
     *
     * @return how many, {@code rows} at the most
     */
    @Transactional
    public long conclude(UUID organisationId, Instant now, Collection<ChannelId> channels, int rows) {
        return scope.within(organisationId, () -> {
            var concluded = fanOut.conclude(organisationId, now, names(channels), rows);
            concluded.forEach(one -> tell(organisationId, one, now));
            return (long) concluded.size();
        });
    }

    private void tell(UUID organisationId, Concluded concluded, Instant now) {
        var letterId = concluded.letterId();
        if (letterId != null) {
            outcome(concluded.state())
                    .ifPresent(outcome -> ended.fire(new LetterTold(organisationId, letterId, outcome, now)));
        }
    }

    /** Empty where it goes on with another channel. */
    private static Optional<LetterTold.Outcome> outcome(String state) {
        return switch (state) {
            case "PLANNED" -> Optional.empty();
            case "SENT" -> Optional.of(LetterTold.Outcome.SENT);
            case "EMPTY" -> Optional.of(LetterTold.Outcome.NOTHING_TO_TELL);
            default -> Optional.of(LetterTold.Outcome.NOT_REACHED);
        };
    }

    private static String[] names(Collection<ChannelId> channels) {
        return channels.stream().map(Enum::name).toArray(String[]::new);
    }
}
