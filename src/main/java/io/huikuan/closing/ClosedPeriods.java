package io.huikuan.closing;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Closes the books, opens them again, and keeps what is written from days that are closed. */
@ApplicationScoped
public class ClosedPeriods {
    private final ClosingQueries queries;
    private final AuditTrail audit;

    ClosedPeriods(ClosingQueries queries, AuditTrail audit) {
        this.queries = queries;
        this.audit = audit;
    }

    /** How far they are closed; nobody closes more of them until this transaction ends. */
    @Transactional(TxType.MANDATORY)
    public ClosedBooks hold(UUID organisationId) {
        queries.hold(organisationId);
        return new ClosedBooks(queries.closedThrough(organisationId).stream()
                .map(ClosingQueries.Closed::through)
                .findFirst()
                .orElse(null));
    }

    /**
     * Closes all days up to this one, or, where they are closed further, opens those behind it again. Waits for whoever is writing.
     *
     * @param through not after today
     */
    @Transactional
    public UUID close(Viewer viewer, LocalDate through, String reason, LocalDate today, Instant now) {
        if (through.isAfter(today)) {
            throw InvalidRequest.field("/closedThrough", "must-not-be-in-the-future");
        }
        queries.holdAlone(viewer.organisationId());
        var id = Ids.next();
        queries.close(viewer.organisationId(), id, through, reason, viewer.userId(), now);
        var details = Map.of("closedThrough", through.toString(), "reason", reason);
        audit.record(viewer.organisationId(), viewer.userId(), "period.closed", "period-closing", id, details, now);
        return id;
    }
}
