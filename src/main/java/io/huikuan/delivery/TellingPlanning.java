package io.huikuan.delivery;

import io.huikuan.channel.ChannelId;
import io.huikuan.channel.PushKind;
import io.huikuan.organisation.OrganisationRegister;
import io.huikuan.platform.Ids;
import io.huikuan.rules.DigestMoment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Plans what people are told besides their inbox: the one digest of a business date, and what can't wait for it. Planned as often as one
 * likes, each goes out once; a digest that was found empty is planned again when there is something new to tell. All of it runs in the
 * transaction that posts the notices.
 */
@ApplicationScoped
public class TellingPlanning {
    private final TellingQueries queries;
    private final OrganisationRegister organisations;

    TellingPlanning(TellingQueries queries, OrganisationRegister organisations) {
        this.queries = queries;
        this.organisations = organisations;
    }

    /** One notice that its recipient is to know of at once. */
    public record News(UUID recipientId, UUID noticeId) {}

    /**
     * What somebody has asked for.
     *
     * @param channel by which they want to be told; empty where it is for a target
     * @param targetId which is told on their behalf
     */
    public record Subscribed(UUID recipientId, PushKind kind, Optional<ChannelId> channel, Optional<UUID> targetId) {}

    /**
     * A letter for a contact of a customer.
     *
     * @param day that it is of
     */
    public record ToContact(UUID contactId, UUID letterId, LocalDate day) {}

    private record Planned(UUID recipientId, @Nullable UUID noticeId, DigestMoment moment) {}

    /**
     * The digest at each person's own time, never in quiet hours.
     *
     * @param businessDate names the digest; when it goes out, and when it expires, is reckoned from {@code now}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void planAtChosenTime(
            UUID organisationId, Collection<UUID> recipients, LocalDate businessDate, Instant now) {
        var zone = zone(organisationId);
        plan(
                organisationId,
                recipients,
                recipient -> DigestMoment.atChosenTime(recipient, now, zone),
                businessDate,
                true,
                now);
    }

    /** The digest at once, whatever the hour: somebody has asked for it and waits. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void planAtOnce(UUID organisationId, Collection<UUID> recipients, LocalDate businessDate, Instant now) {
        var moment = DigestMoment.atOnce(now, zone(organisationId));
        plan(organisationId, recipients, _ -> moment, businessDate, false, now);
    }

    /** Each of these by itself, as soon as its recipient may be disturbed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(UUID organisationId, PushKind kind, Collection<News> news, Instant now) {
        var moment = DigestMoment.atOnce(now, zone(organisationId));
        var planned = news.stream()
                .map(one -> new Planned(one.recipientId(), one.noticeId(), moment))
                .toList();
        planNews(organisationId, kind, planned, null, true, now);
    }

    /** Each of these people of all notices of this kind and business date together: at their own time, or at once where somebody waits. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tellOfDay(
            UUID organisationId,
            PushKind kind,
            Collection<UUID> recipients,
            LocalDate businessDate,
            boolean atOnce,
            Instant now) {
        var zone = zone(organisationId);
        var planned = recipients.stream()
                .distinct()
                .map(recipient -> new Planned(
                        recipient,
                        null,
                        atOnce ? DigestMoment.atOnce(now, zone) : DigestMoment.atChosenTime(recipient, now, zone)))
                .toList();
        planNews(organisationId, kind, planned, businessDate, !atOnce, now);
    }

    /** What was asked for, over the channel or to the target that was named and no other; each once a day at the most. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tellSubscribed(UUID organisationId, List<Subscribed> asked, LocalDate day, Instant now) {
        if (asked.isEmpty()) {
            return;
        }
        var moment = DigestMoment.atOnce(now, zone(organisationId));
        queries.planSubscribed(
                organisationId,
                column(asked, Subscribed::recipientId, UUID[]::new),
                column(asked, one -> one.kind().name(), String[]::new),
                column(asked, one -> one.channel().map(Enum::name).orElse(null), String[]::new),
                column(asked, one -> one.targetId().orElse(null), UUID[]::new),
                day,
                moment.sendAt(),
                moment.expiresAt(),
                now);
    }

    /** Each of these letters, as soon as the contact may be disturbed, over the first channel that reaches them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tellContacts(UUID organisationId, List<ToContact> letters, Instant now) {
        if (letters.isEmpty()) {
            return;
        }
        var moment = DigestMoment.atOnce(now, zone(organisationId));
        queries.planLetters(
                organisationId,
                column(letters, ToContact::contactId, UUID[]::new),
                column(letters, ToContact::letterId, UUID[]::new),
                column(letters, ToContact::day, LocalDate[]::new),
                moment.sendAt(),
                moment.expiresAt(),
                now);
    }

    private void planNews(
            UUID organisationId,
            PushKind kind,
            List<Planned> planned,
            @Nullable LocalDate aboutDay,
            boolean heedsQuietHours,
            Instant now) {
        if (planned.isEmpty()) {
            return;
        }
        queries.planNews(
                organisationId,
                column(planned, Planned::recipientId, UUID[]::new),
                column(planned, Planned::noticeId, UUID[]::new),
                column(planned, one -> one.moment().sendAt(), Instant[]::new),
                column(planned, one -> one.moment().expiresAt(), Instant[]::new),
                kind.name(),
                kind.category().name(),
                aboutDay,
                heedsQuietHours,
                now);
    }

    private void plan(
            UUID organisationId,
            Collection<UUID> people,
            Function<UUID, DigestMoment> momentOf,
            LocalDate businessDate,
            boolean heedsQuietHours,
            Instant now) {
        if (people.isEmpty()) {
            return;
        }
        var planned = people.stream()
                .distinct()
                .map(recipient -> new Planned(recipient, null, momentOf.apply(recipient)))
                .toList();
        var recipients = column(planned, Planned::recipientId, UUID[]::new);
        var ids = column(planned, _ -> Ids.next(), UUID[]::new);
        var sendAt = column(planned, one -> one.moment().sendAt(), Instant[]::new);
        var expiresAt = column(planned, one -> one.moment().expiresAt(), Instant[]::new);
        queries.planDigests(organisationId, ids, recipients, sendAt, expiresAt, businessDate, heedsQuietHours, now);
        queries.hold(organisationId, recipients, businessDate, now);
        queries.planAgain(organisationId, recipients, sendAt, expiresAt, businessDate, heedsQuietHours, now);
        queries.merge(organisationId, recipients, expiresAt, now);
    }

    private ZoneId zone(UUID organisationId) {
        return organisations.settings(organisationId).zone();
    }

    private static <R, T> T[] column(List<R> rows, Function<R, @Nullable T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
