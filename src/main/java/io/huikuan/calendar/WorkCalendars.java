package io.huikuan.calendar;

import io.huikuan.rules.BusinessCalendar;
import io.huikuan.rules.WorkingTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells on which days and at which hours an organisation works. Each answer is one statement: ask once for many dates. */
@ApplicationScoped
public class WorkCalendars {
    private final CalendarQueries queries;
    private final PublicHolidays holidays;

    WorkCalendars(CalendarQueries queries, PublicHolidays holidays) {
        this.queries = queries;
        this.holidays = holidays;
    }

    /** Public holidays are known from 2000 to 2069; before and after, weekends and what was set are off. */
    @Transactional
    public BusinessCalendar of(UUID organisationId) {
        return calendar(organisationId).business();
    }

    /** The same with the hours, in the organisation's zone. */
    @Transactional
    public WorkingTime workingTime(UUID organisationId) {
        return calendar(organisationId).workingTime();
    }

    WorkCalendar calendar(UUID organisationId) {
        var rows = queries.all(organisationId);
        var first = rows.getFirst();
        var week = week(first);
        var country = week.country();
        return new WorkCalendar(
                week, ZoneId.of(first.timeZone()), country == null ? Map.of() : holidays.of(country), own(rows));
    }

    private static WorkWeek week(CalendarQueries.Row row) {
        if (row.weekend() == null) {
            return WorkWeek.USUAL;
        }
        var weekend = Arrays.stream(row.weekend().split(","))
                .filter(day -> !day.isEmpty())
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toSet());
        return new WorkWeek(row.country(), weekend, time(row.worksFrom()), time(row.worksTo()));
    }

    private static LocalTime time(@Nullable String text) {
        return LocalTime.parse(Objects.requireNonNull(text));
    }

    private static Map<LocalDate, NamedDay> own(List<CalendarQueries.Row> rows) {
        return rows.stream()
                .filter(row -> row.day() != null)
                .map(row -> new NamedDay(
                        Objects.requireNonNull(row.day()),
                        DayKind.valueOf(Objects.requireNonNull(row.kind())),
                        Objects.requireNonNull(row.name())))
                .collect(Collectors.toMap(NamedDay::day, day -> day));
    }
}
