package io.huikuan.audit;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface AuditQueries {
    EntityManager entityManager();

    @SQL("""
            insert into audit_event (organisation_id, id, actor_id, action, subject, subject_id, details, recorded_at)
            values (:organisationId, :id, cast(:actorId as uuid), :action, :subject, :subjectId, cast(:details as jsonb), :now)""")
    int add(
            UUID organisationId,
            UUID id,
            @Nullable UUID actorId,
            String action,
            String subject,
            UUID subjectId,
            String details,
            Instant now);

    @SQL("""
            insert into audit_event (organisation_id, id, actor_id, action, subject, subject_id, details, recorded_at)
            select :organisationId, w.id, cast(:actorId as uuid), :action, :subject, w.subject_id, cast(w.details as jsonb), :now
            from unnest(:ids, :subjectIds, :details) as w(id, subject_id, details)""")
    int addAll(
            UUID organisationId,
            UUID[] ids,
            @Nullable UUID actorId,
            String action,
            String subject,
            UUID[] subjectIds,
            String[] details,
            Instant now);

    record Row(AuditEvent event, @Nullable String actorName) {}

    /** Newest first. */
    @HQL("""
            select e, u.displayName from AuditEvent e left join User u on u.id = e.actorId
            where (:subject is null or e.subject = :subject)
              and (:subjectId is null or e.subjectId = :subjectId)
              and (:actorId is null or e.actorId = :actorId)
              and (cast(:from as Instant) is null or e.recordedAt >= :from)
              and (cast(:until as Instant) is null or e.recordedAt < :until)
              and (cast(:beforeRecorded as Instant) is null
                or e.recordedAt <= :beforeRecorded and (e.recordedAt < :beforeRecorded or e.id < :beforeId))
            order by e.recordedAt desc, e.id desc limit :rows""")
    List<Row> list(
            @Nullable String subject,
            @Nullable UUID subjectId,
            @Nullable UUID actorId,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Instant beforeRecorded,
            @Nullable UUID beforeId,
            int rows);
}
