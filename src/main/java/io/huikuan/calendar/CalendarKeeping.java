package io.huikuan.calendar;

import static java.util.stream.Collectors.joining;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Sets what an organisation's calendar says. */
@ApplicationScoped
public class CalendarKeeping {
    private final CalendarQueries queries;
    private final PublicHolidays holidays;
    private final AuditTrail audit;
    private final Event<CalendarChanged> changed;

    CalendarKeeping(
            CalendarQueries queries, PublicHolidays holidays, AuditTrail audit, Event<CalendarChanged> changed) {
        this.queries = queries;
        this.holidays = holidays;
        this.audit = audit;
        this.changed = changed;
    }

    /**
     * From now on; days that were set stay as they are.
     *
     * @throws InvalidRequest for a country nobody knows the holidays of, a week without a working day, hours that end before they begin
     */
    @Transactional
    public void setWeek(Viewer viewer, WorkWeek week, Instant now) {
        var country = week.country();
        if (country != null && !holidays.isKnown(country)) {
            throw InvalidRequest.field("/country", "country-unknown");
        }
        if (week.weekend().size() == DayOfWeek.values().length) {
            throw InvalidRequest.field("/weekend", "no-working-day");
        }
        if (!week.from().isBefore(week.to())) {
            throw InvalidRequest.field("/worksTo", "must-be-after", week.from());
        }
        var weekend = week.weekend().stream().sorted().map(DayOfWeek::name).collect(joining(","));
        var from = week.from().toString();
        var to = week.to().toString();
        queries.setWeek(viewer.organisationId(), Ids.next(), country, weekend, from, to, viewer.userId(), now);
        var details = Map.of("country", String.valueOf(country), "weekend", weekend, "worksFrom", from, "worksTo", to);
        changed(viewer, "calendar.set", details, now);
    }

    /** Whatever the day was before. */
    @Transactional
    public void setDay(Viewer viewer, LocalDate day, DayKind kind, String name, Instant now) {
        queries.setDay(viewer.organisationId(), day, kind.name(), name, viewer.userId(), now);
        changed(viewer, "calendar.day-set", Map.of("day", day, "kind", kind, "name", name), now);
    }

    /**
     * The day is again what week and country make of it.
     *
     * @throws NotFound when nothing was set of it
     */
    @Transactional
    public void unsetDay(Viewer viewer, LocalDate day, Instant now) {
        if (queries.deleteDay(viewer.organisationId(), day) == 0) {
            throw new NotFound();
        }
        changed(viewer, "calendar.day-unset", Map.of("day", day), now);
    }

    private void changed(Viewer viewer, String action, Map<String, ?> details, Instant now) {
        UUID organisationId = viewer.organisationId();
        audit.record(organisationId, viewer.userId(), action, "calendar", organisationId, details, now);
        changed.fire(new CalendarChanged(organisationId));
    }
}
