package io.huikuan.audit;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
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
            select :organisationId, e.id, cast(:actorId as uuid), :action, :subject, e.subject_id, cast('{}' as jsonb), :now
            from unnest(:ids, :subjectIds) as e (id, subject_id)""")
    int addAll(
            UUID organisationId,
            UUID[] ids,
            @Nullable UUID actorId,
            String action,
            String subject,
            UUID[] subjectIds,
            Instant now);
}
