package io.huikuan.subscription;

import io.huikuan.audit.AuditTrail;
import io.huikuan.calendar.WorkCalendars;
import io.huikuan.delivery.TellingPlanning;
import io.huikuan.organisation.OrganisationRegister;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import io.huikuan.subscription.SubscriptionQueries.Row;
import io.huikuan.subscription.SubscriptionRequest.SubscriptionView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps what people have asked to be told regularly, and plans it when its time has come. */
@ApplicationScoped
public class Subscribing {
    private final SubscriptionQueries queries;
    private final WorkCalendars calendars;
    private final OrganisationRegister organisations;
    private final TellingPlanning tellings;
    private final AuditTrail audit;

    Subscribing(
            SubscriptionQueries queries,
            WorkCalendars calendars,
            OrganisationRegister organisations,
            TellingPlanning tellings,
            AuditTrail audit) {
        this.queries = queries;
        this.calendars = calendars;
        this.organisations = organisations;
        this.tellings = tellings;
        this.audit = audit;
    }

    @Transactional
    public List<SubscriptionView> of(Viewer viewer) {
        return queries.of(viewer.organisationId(), viewer.userId()).stream()
                .map(SubscriptionView::of)
                .toList();
    }

    /** In place of what the viewer had asked for of this kind; from the next time on. */
    @Transactional
    public SubscriptionView subscribe(Viewer viewer, SubscriptionKind kind, SubscriptionRequest wanted, Instant now) {
        var organisationId = viewer.organisationId();
        var rhythm = wanted.rhythm();
        var next = rhythm.next(now, viewer.zone(), calendars.of(organisationId));
        queries.keep(
                organisationId,
                viewer.userId(),
                kind.name(),
                wanted.at(),
                rhythm.weekday().map(DayOfWeek::getValue).orElse(null),
                wanted.channel().name(),
                OffLink.newToken(),
                next,
                now);
        record(organisationId, viewer.userId(), "subscription.set", kind.name(), now);
        return new SubscriptionView(kind, wanted.at(), wanted.weekday(), wanted.channel(), next);
    }

    /** @throws NotFound when the viewer has none of this kind */
    @Transactional
    public void end(Viewer viewer, SubscriptionKind kind, Instant now) {
        if (queries.end(viewer.organisationId(), viewer.userId(), kind.name()) == 0) {
            throw new NotFound();
        }
        record(viewer.organisationId(), viewer.userId(), "subscription.ended", kind.name(), now);
    }

    /** By the link in a letter. May be said again without effect, and says nothing about whether there was one. */
    @Transactional
    public void endBy(OffLink link, Instant now) {
        for (var ended : queries.endBy(link.organisationId(), link.token())) {
            record(link.organisationId(), ended.userId(), "subscription.ended", ended.kind(), now);
        }
    }

    /**
     * Plans what is due, and when each is due next. One that was missed for days is told once.
     *
     * @return how many, {@code rows} at the most
     */
    @Transactional
    public int planDue(UUID organisationId, Instant now, int rows) {
        var due = queries.due(organisationId, now, rows);
        if (due.isEmpty()) {
            return 0;
        }
        var zone = organisations.settings(organisationId).zone();
        var calendar = calendars.of(organisationId);
        var today = LocalDate.ofInstant(now, zone);
        for (var kind : SubscriptionKind.values()) {
            for (var channel : SubscriptionRequest.SubscriptionChannel.values()) {
                var people = due.stream()
                        .filter(row ->
                                row.kind().equals(kind.name()) && row.channel().equals(channel.name()))
                        .filter(row -> rhythm(row).holdsOn(today, calendar))
                        .map(Row::userId)
                        .toList();
                tellings.tellSubscribed(organisationId, kind.push(), channel.id(), people, today, now);
            }
        }
        queries.moveOn(
                organisationId,
                due.stream().map(Row::userId).toArray(UUID[]::new),
                due.stream().map(Row::kind).toArray(String[]::new),
                due.stream().map(row -> rhythm(row).next(now, zone, calendar)).toArray(Instant[]::new));
        return due.size();
    }

    private static Rhythm rhythm(Row row) {
        return new Rhythm(
                LocalTime.parse(row.at()), Optional.ofNullable(row.weekday()).map(DayOfWeek::of));
    }

    private void record(UUID organisationId, UUID userId, String action, String kind, Instant now) {
        audit.record(organisationId, userId, action, "user", userId, Map.of("kind", kind), now);
    }
}
