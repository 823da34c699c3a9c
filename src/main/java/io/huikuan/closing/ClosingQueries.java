package io.huikuan.closing;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface ClosingQueries {
    EntityManager entityManager();

    record Held(String nothing) {}

    /** Those who write entries hold the books together; who closes them waits until nobody does. */
    @SQL(
            "select cast(pg_advisory_xact_lock_shared(hashtextextended('books/' || cast(:organisationId as text), 0)) as text)")
    Held hold(UUID organisationId);

    @SQL("select cast(pg_advisory_xact_lock(hashtextextended('books/' || cast(:organisationId as text), 0)) as text)")
    Held holdAlone(UUID organisationId);

    record Closed(LocalDate through) {}

    /** A statement of its own: it has to see what was closed while the lock was waited for. */
    @SQL("""
            select closed_through from period_closing where organisation_id = :organisationId
            order by recorded_at desc, id desc limit 1""")
    List<Closed> closedThrough(UUID organisationId);

    @SQL("""
            insert into period_closing (organisation_id, id, closed_through, reason, closed_by, recorded_at)
            values (:organisationId, :id, :closedThrough, :reason, :closedBy, :now)""")
    int close(UUID organisationId, UUID id, LocalDate closedThrough, String reason, UUID closedBy, Instant now);

    record Closing(
            UUID id, LocalDate closedThrough, String reason, UUID closedBy, String closedByName, Instant recordedAt) {}

    /** Newest first. */
    @SQL("""
            select p.id, p.closed_through, p.reason, p.closed_by, u.display_name, p.recorded_at
            from period_closing p
            join app_user u on u.organisation_id = :organisationId and u.id = p.closed_by
            where p.organisation_id = :organisationId
              and (cast(:beforeId as uuid) is null or p.id < cast(:beforeId as uuid))
            order by p.id desc limit :rows""")
    List<Closing> closings(UUID organisationId, @Nullable UUID beforeId, int rows);
}
