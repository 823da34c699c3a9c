package io.huikuan.notification;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a recipient does with a notice: reads it, puts it away for a while, takes it on, has done with it. Each may be said again without effect. */
@ApplicationScoped
public class NoticeTaking {
    private static final Duration LONGEST_SNOOZE = Duration.ofDays(90);

    private final Notices notices;
    private final NoticeQueries queries;
    private final AuditTrail audit;
    private final Event<NoticeAcknowledged> acknowledged;
    private final Event<TaskNoticeTaken> taskTaken;

    NoticeTaking(
            Notices notices,
            NoticeQueries queries,
            AuditTrail audit,
            Event<NoticeAcknowledged> acknowledged,
            Event<TaskNoticeTaken> taskTaken) {
        this.notices = notices;
        this.queries = queries;
        this.audit = audit;
        this.acknowledged = acknowledged;
        this.taskTaken = taskTaken;
    }

    /** @throws NotFound when it is not in the viewer's own inbox */
    @Transactional
    public void read(Viewer viewer, UUID id, Instant now) {
        own(viewer, id).moveOnTo(NoticeState.READ, now);
    }

    /** @throws NotFound when it is not in the viewer's own inbox */
    @Transactional
    public void acknowledge(Viewer viewer, UUID id, Instant now) {
        takeOn(viewer, id, NoticeState.ACKNOWLEDGED, "notice.acknowledged", now);
    }

    /** @throws NotFound when it is not in the viewer's own inbox */
    @Transactional
    public void finish(Viewer viewer, UUID id, Instant now) {
        takeOn(viewer, id, NoticeState.DONE, "notice.done", now);
    }

    /**
     * Puts it away until then; what was taken on stays taken on.
     *
     * @throws NotFound when it is not in the viewer's own inbox
     * @throws InvalidRequest when it is not to come back within a quarter of a year
     */
    @Transactional
    public void snooze(Viewer viewer, UUID id, Instant until, Instant now) {
        if (!until.isAfter(now)) {
            throw InvalidRequest.field("/until", "must-be-in-the-future");
        }
        if (until.isAfter(now.plus(LONGEST_SNOOZE))) {
            throw InvalidRequest.field("/until", "too-far-off", LONGEST_SNOOZE.toDays());
        }
        var notice = own(viewer, id);
        if (notice.isTakenOn()) {
            return;
        }
        notice.snooze(until, now);
        audit.record(
                viewer.organisationId(),
                viewer.userId(),
                "notice.snoozed",
                "notice",
                id,
                Map.of("until", until.toString()),
                now);
    }

    private void takeOn(Viewer viewer, UUID id, NoticeState next, String action, Instant now) {
        var notice = own(viewer, id);
        boolean before = notice.isTakenOn();
        if (!notice.moveOnTo(next, now)) {
            return;
        }
        audit.record(viewer.organisationId(), viewer.userId(), action, "notice", id, Map.of(), now);
        if (!before && notice.receivableId != null) {
            acknowledged.fire(new NoticeAcknowledged(
                    viewer.organisationId(), notice.receivableId, notice.stepOffsetDays, notice.dueOn));
        }
        if (!before && notice.followUpId != null) {
            taskTaken.fire(new TaskNoticeTaken(viewer.organisationId(), notice.followUpId, viewer.userId(), now));
        }
    }

    /**
     * The viewer's own, or of whom they stand in for. Locked, for a payment may mark it done at the same moment. Whoever has lost the
     * customer since has lost what was told of it, as the inbox shows.
     */
    private Notice own(Viewer viewer, UUID id) {
        return notices.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(notice -> List.of(viewer.standsInFor()).contains(notice.recipientId))
                .filter(notice -> isVisible(viewer, notice))
                .orElseThrow(NotFound::new);
    }

    /** What is told of a task, its assignee may know; a hand-over is about no single customer. */
    private boolean isVisible(Viewer viewer, Notice notice) {
        return notice.customerId == null
                || notice.followUpId != null
                || queries.countVisible(viewer.organisationId(), notice.customerId, viewer.seesAll(), viewer.owners())
                        > 0;
    }
}
