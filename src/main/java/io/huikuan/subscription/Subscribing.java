package io.huikuan.subscription;

import io.huikuan.audit.AuditTrail;
import io.huikuan.calendar.WorkCalendars;
import io.huikuan.channel.ChannelId;
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
import org.jspecify.annotations.Nullable;

/** Keeps what people have asked to be told regularly, or to have a robot or webhook told, and plans it when its time has come. */
@ApplicationScoped
public class Subscribing implements OffSwitch {
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
        return queries.of(viewer.organisationId(), viewer.userId(), null).stream()
                .map(SubscriptionView::of)
                .toList();
    }

    /**
     * What the viewer has a target told.
     *
     * @throws NotFound when the organisation has no such target
     */
    @Transactional
    public List<TargetSubscriptionRequest.View> ofTarget(Viewer viewer, UUID targetId) {
        requireTarget(viewer, targetId);
        return queries.of(viewer.organisationId(), viewer.userId(), targetId).stream()
                .map(TargetSubscriptionRequest.View::of)
                .toList();
    }

    /** In place of what the viewer had asked for of this kind; from the next time on. */
    @Transactional
    public SubscriptionView subscribe(Viewer viewer, SubscriptionKind kind, SubscriptionRequest wanted, Instant now) {
        var next = keep(viewer, kind, wanted.rhythm(), wanted.channel().name(), null, now);
        record(viewer, "subscription.set", kind.name(), now);
        return new SubscriptionView(kind, wanted.at(), wanted.weekday(), wanted.channel(), next);
    }

    /**
     * Has the target told what the viewer would be, in place of what the viewer had set for it of this kind.
     *
     * @throws NotFound when the organisation has no such target
     */
    @Transactional
    public TargetSubscriptionRequest.View subscribeTarget(
            Viewer viewer,
            UUID targetId,
            TargetSubscriptionRequest.Kind kind,
            TargetSubscriptionRequest wanted,
            Instant now) {
        requireTarget(viewer, targetId);
        var next = keep(viewer, kind.subscription(), wanted.rhythm(), null, targetId, now);
        record(viewer, "channel-target.subscribed", targetId, kind, now);
        return new TargetSubscriptionRequest.View(kind, wanted.at(), wanted.weekday(), next);
    }

    private Instant keep(
            Viewer viewer,
            SubscriptionKind kind,
            Rhythm rhythm,
            @Nullable String channel,
            @Nullable UUID targetId,
            Instant now) {
        var next = rhythm.next(now, viewer.zone(), calendars.of(viewer.organisationId()));
        queries.keep(
                viewer.organisationId(),
                viewer.userId(),
                kind.name(),
                rhythm.at().toString(),
                rhythm.weekday().map(DayOfWeek::getValue).orElse(null),
                channel,
                targetId,
                OffLink.newToken(),
                next,
                now);
        return next;
    }

    /** @throws NotFound when the viewer has none of this kind */
    @Transactional
    public void end(Viewer viewer, SubscriptionKind kind, Instant now) {
        if (queries.end(viewer.organisationId(), viewer.userId(), kind.name(), null) == 0) {
            throw new NotFound();
        }
        record(viewer, "subscription.ended", kind.name(), now);
    }

    /** @throws NotFound when the viewer has the target told nothing of this kind */
    @Transactional
    public void endTarget(Viewer viewer, UUID targetId, TargetSubscriptionRequest.Kind kind, Instant now) {
        if (queries.end(viewer.organisationId(), viewer.userId(), kind.name(), targetId) == 0) {
            throw new NotFound();
        }
        record(viewer, "channel-target.unsubscribed", targetId, kind, now);
    }

    private void requireTarget(Viewer viewer, UUID targetId) {
        if (queries.countTargets(viewer.organisationId(), targetId) == 0) {
            throw new NotFound();
        }
    }

    /** By the link in a letter. */
    @Override
    @Transactional
    public void off(OffLink link, Instant now) {
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
        var asked = due.stream()
                .filter(row -> rhythm(row).holdsOn(today, calendar))
                .map(row -> new TellingPlanning.Subscribed(
                        row.userId(),
                        SubscriptionKind.valueOf(row.kind()).push(),
                        Optional.ofNullable(row.channel()).map(ChannelId::valueOf),
                        Optional.ofNullable(row.targetId())))
                .toList();
        tellings.tellSubscribed(organisationId, asked, today, now);
        queries.moveOn(
                organisationId,
                due.stream().map(Row::id).toArray(UUID[]::new),
                due.stream().map(row -> rhythm(row).next(now, zone, calendar)).toArray(Instant[]::new));
        return due.size();
    }

    private static Rhythm rhythm(Row row) {
        return new Rhythm(
                LocalTime.parse(row.at()), Optional.ofNullable(row.weekday()).map(DayOfWeek::of));
    }

    private void record(Viewer viewer, String action, String kind, Instant now) {
        record(viewer.organisationId(), viewer.userId(), action, kind, now);
    }

    private void record(UUID organisationId, UUID userId, String action, String kind, Instant now) {
        audit.record(organisationId, userId, action, "user", userId, Map.of("kind", kind), now);
    }

    private void record(Viewer viewer, String action, UUID targetId, TargetSubscriptionRequest.Kind kind, Instant now) {
        var details = Map.of("kind", kind.name());
        audit.record(viewer.organisationId(), viewer.userId(), action, "channel-target", targetId, details, now);
    }
}
