package io.huikuan.promise;

import io.huikuan.audit.AuditTrail;
import io.huikuan.calendar.WorkCalendars;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.BusinessCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** How long an organisation waits for promised money after the day that it was promised for. */
@ApplicationScoped
public class PromiseTerms {
    private static final int USUAL_GRACE = 1;

    private final PromiseQueries queries;
    private final WorkCalendars calendars;
    private final AuditTrail audit;

    PromiseTerms(PromiseQueries queries, WorkCalendars calendars, AuditTrail audit) {
        this.queries = queries;
        this.calendars = calendars;
        this.audit = audit;
    }

    /** In working days. */
    @Transactional
    public int grace(UUID organisationId) {
        return queries.setting(organisationId).stream()
                .findFirst()
                .map(PromiseQueries.Setting::graceWorkingDays)
                .orElse(USUAL_GRACE);
    }

    BusinessCalendar calendar(UUID organisationId) {
        return calendars.of(organisationId);
    }

    /** For promises that are given from now on. */
    @Transactional
    public void set(Viewer viewer, int graceWorkingDays, Instant now) {
        queries.set(viewer.organisationId(), graceWorkingDays, viewer.userId(), now);
        audit.record(
                viewer.organisationId(),
                viewer.userId(),
                "promise-setting.set",
                "organisation",
                viewer.organisationId(),
                Map.of("graceWorkingDays", graceWorkingDays),
                now);
    }
}
