package io.huikuan.calendar;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface CalendarQueries {
    EntityManager entityManager();

    /** The settings, null before somebody has set any, and one of the days that were set, null where there is none. */
    record Row(
            String timeZone,
            @Nullable String country,
            @Nullable String weekend,
            @Nullable String worksFrom,
            @Nullable String worksTo,
            @Nullable LocalDate day,
            @Nullable String kind,
            @Nullable String name) {}

    /** A row for each day that was set, and one at least. */
    @SQL("""
            select o.time_zone, s.country, array_to_string(s.weekend, ',') as weekend,
                to_char(s.works_from, 'HH24:MI') as works_from, to_char(s.works_to, 'HH24:MI') as works_to, d.day, d.kind, d.name
            from organisation o
            left join lateral (
                select w.country, w.weekend, w.works_from, w.works_to from work_week w
                where w.organisation_id = o.id order by w.set_at desc, w.id desc limit 1) s on true
            left join calendar_day d on d.organisation_id = o.id
            where o.id = :organisationId""")
    List<Row> all(UUID organisationId);

    @SQL("""
            insert into work_week (organisation_id, id, country, weekend, works_from, works_to, set_by, set_at)
            values (:organisationId, :id, cast(:country as text), string_to_array(:weekend, ','), cast(:worksFrom as time),
                cast(:worksTo as time), :setBy, :setAt)""")
    int setWeek(
            UUID organisationId,
            UUID id,
            @Nullable String country,
            String weekend,
            String worksFrom,
            String worksTo,
            UUID setBy,
            Instant setAt);

    @SQL("""
            insert into calendar_day (organisation_id, day, kind, name, set_by, set_at)
            values (:organisationId, :day, :kind, :name, :setBy, :setAt)
            on conflict (organisation_id, day) do update
            set kind = excluded.kind, name = excluded.name, set_by = excluded.set_by, set_at = excluded.set_at""")
    int setDay(UUID organisationId, LocalDate day, String kind, String name, UUID setBy, Instant setAt);

    @SQL("delete from calendar_day where organisation_id = :organisationId and day = :day")
    int deleteDay(UUID organisationId, LocalDate day);
}
