package io.huikuan.receivable;

import io.huikuan.audit.AuditTrail;
import io.huikuan.closing.ClosedPeriods;
import io.huikuan.notification.NoticeClosing;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Agrees on another due date, and keeps a note of it. Amounts never change: that is what payments and credits are for. */
@ApplicationScoped
public class ReceivableRescheduling {
    private final ReceivableReading reading;
    private final ReceivableQueries queries;
    private final NoticeClosing notices;
    private final ClosedPeriods periods;
    private final AuditTrail audit;

    ReceivableRescheduling(
            ReceivableReading reading,
            ReceivableQueries queries,
            NoticeClosing notices,
            ClosedPeriods periods,
            AuditTrail audit) {
        this.periods = periods;
        this.reading = reading;
        this.queries = queries;
        this.notices = notices;
        this.audit = audit;
    }

    /**
     * @param check sees the present state first and may refuse the change, as {@code If-Match} does
     * @throws NotFound when there is none that the viewer sees
     */
    @Transactional
    public ReceivableView change(
            Viewer viewer,
            UUID id,
            ChangedReceivable change,
            Consumer<ReceivableView> check,
            LocalDate today,
            Instant now) {
        var books = periods.hold(viewer.organisationId());
        queries.lock(viewer.organisationId(), id);
        var receivable = queries.visible(id, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .map(ReceivableQueries.Row::receivable)
                .orElseThrow(NotFound::new);
        check.accept(reading.one(viewer, id, today).orElseThrow(NotFound::new));
        var dueBefore = receivable.dueOn;
        if (change.note() != null) {
            receivable.annotate(change.note());
        }
        if (change.dueOn() != null && !change.dueOn().equals(dueBefore)) {
            books.require("/dueOn", today);
            reschedule(viewer, receivable, change.dueOn(), change.reason(), today, now);
        }
        var changed = reading.one(viewer, id, today).orElseThrow(NotFound::new);
        if (!receivable.dueOn.equals(dueBefore)) {
            notices.close(viewer.organisationId(), List.of(id), now);
        }
        var details = Map.of(
                "dueOnBefore", dueBefore.toString(),
                "dueOn", receivable.dueOn.toString(),
                "version", changed.version());
        audit.record(viewer.organisationId(), viewer.userId(), "receivable.changed", "receivable", id, details, now);
        return changed;
    }

    /** Reports as of a day before today go by the date that was agreed then. */
    private void reschedule(
            Viewer viewer,
            Receivable receivable,
            LocalDate dueOn,
            @Nullable String reason,
            LocalDate today,
            Instant now) {
        if (dueOn.isBefore(receivable.issuedOn)) {
            throw InvalidRequest.field("/dueOn", "due-before-issue");
        }
        var faults = NewReceivable.implausible("/dueOn", dueOn, today);
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        receivable.reschedule(dueOn);
        // Another due date is a reason to look at it anew.
        queries.pullLooks(viewer.organisationId(), new UUID[] {receivable.id}, today);
        queries.agree(viewer.organisationId(), Ids.next(), receivable.id, dueOn, today, reason, viewer.userId(), now);
    }
}
