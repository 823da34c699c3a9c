package io.huikuan.delivery;

import io.huikuan.organisation.OrganisationRegister;
import io.huikuan.platform.Ids;
import io.huikuan.rules.DigestMoment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Plans the one push that tells a person of a business date's notices. Planned as often as one likes, it goes out once; what was found empty
 * is planned again when there is something new to tell.
 */
@ApplicationScoped
public class DigestPlanning {
    private final DigestQueries queries;
    private final OrganisationRegister organisations;

    DigestPlanning(DigestQueries queries, OrganisationRegister organisations) {
        this.queries = queries;
        this.organisations = organisations;
    }

    /**
     * At each person's own time, never in quiet hours. Runs in the transaction that posts the notices.
     *
     * @param businessDate names the digest; when it goes out, and when it expires, is reckoned from {@code now}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void planAtChosenTime(
            UUID organisationId, Collection<UUID> recipients, LocalDate businessDate, Instant now) {
        var zone = organisations.settings(organisationId).zone();
        plan(
                organisationId,
                recipients,
                recipient -> DigestMoment.atChosenTime(recipient, now, zone),
                businessDate,
                true,
                now);
    }

    /** At once, whatever the hour: somebody has asked for it and waits. Runs in the transaction that posts the notices. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void planAtOnce(UUID organisationId, Collection<UUID> recipients, LocalDate businessDate, Instant now) {
        var moment =
                DigestMoment.atOnce(now, organisations.settings(organisationId).zone());
        plan(organisationId, recipients, _ -> moment, businessDate, false, now);
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
        var recipients = people.stream().distinct().toArray(UUID[]::new);
        var ids = people.stream().distinct().map(_ -> Ids.next()).toArray(UUID[]::new);
        var moments = List.of(recipients).stream().map(momentOf).toList();
        var sendAt = moments.stream().map(DigestMoment::sendAt).toArray(Instant[]::new);
        var expiresAt = moments.stream().map(DigestMoment::expiresAt).toArray(Instant[]::new);
        queries.plan(organisationId, ids, recipients, sendAt, expiresAt, businessDate, heedsQuietHours, now);
        queries.hold(organisationId, recipients, businessDate, now);
        queries.planAgain(organisationId, recipients, sendAt, expiresAt, businessDate, heedsQuietHours, now);
    }
}
