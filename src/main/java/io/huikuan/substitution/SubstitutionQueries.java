package io.huikuan.substitution;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface SubstitutionQueries {
    EntityManager entityManager();

    record Person(UUID id, String displayName, boolean active, String roles) {}

    /** Locked, so that of two substitutions of the same person the second sees the first. */
    @SQL("""
            select u.id, u.display_name, u.active, array_to_string(u.roles, ',') as roles from app_user u
            where u.organisation_id = :organisationId and u.id in (:oneId, :otherId)
            order by u.id for no key update""")
    List<Person> lock(UUID organisationId, UUID oneId, UUID otherId);

    record Standing(UUID absentId, UUID substituteId, String absentName, LocalDate startsOn, LocalDate endsOn) {}

    /** Those at the same time that concern one of the two. */
    @SQL("""
            select s.absent_id, s.substitute_id, a.display_name as absent_name, s.starts_on, s.ends_on
            from substitution s
            join app_user a on a.organisation_id = s.organisation_id and a.id = s.absent_id
            where s.organisation_id = :organisationId and s.ended_at is null and s.starts_on <= :endsOn and s.ends_on >= :startsOn
              and (s.absent_id in (:absentId, :substituteId) or s.substitute_id = :absentId)
            order by s.starts_on, s.id""")
    List<Standing> standing(
            UUID organisationId, UUID absentId, UUID substituteId, LocalDate startsOn, LocalDate endsOn);

    @SQL("""
            insert into substitution (organisation_id, id, absent_id, substitute_id, starts_on, ends_on, reason, created_by, created_at)
            values (:organisationId, :id, :absentId, :substituteId, :startsOn, :endsOn, :reason, :createdBy, :createdAt)
            on conflict do nothing""")
    int add(
            UUID organisationId,
            UUID id,
            UUID absentId,
            UUID substituteId,
            LocalDate startsOn,
            LocalDate endsOn,
            String reason,
            UUID createdBy,
            Instant createdAt);

    @SQL("""
            update substitution set ended_at = :now, ended_by = :endedBy
            where organisation_id = :organisationId and id = :id and ended_at is null and ends_on >= :today""")
    int end(UUID organisationId, UUID id, LocalDate today, UUID endedBy, Instant now);

    /** The latest first, those of others only where the viewer sees one of the two. */
    @SQL("""
            select s.id, s.absent_id, a.display_name as absent_name, s.substitute_id, u.display_name as substitute_name,
                s.starts_on as "from", s.ends_on as "to", s.reason, s.created_by, s.created_at, s.ended_at
            from substitution s
            join app_user a on a.organisation_id = s.organisation_id and a.id = s.absent_id
            join app_user u on u.organisation_id = s.organisation_id and u.id = s.substitute_id
            where s.organisation_id = :organisationId
              and (:all or s.absent_id = any(:people) or s.substitute_id = any(:people))
              and (cast(:id as uuid) is null or s.id = :id)
              and (cast(:userId as uuid) is null or s.absent_id = :userId or s.substitute_id = :userId)
              and (cast(:day as date) is null or s.ended_at is null and cast(:day as date) between s.starts_on and s.ends_on)
              and (cast(:beforeDay as date) is null or (s.starts_on, s.id) < (cast(:beforeDay as date), cast(:beforeId as uuid)))
            order by s.starts_on desc, s.id desc limit :rows""")
    List<SubstitutionView> list(
            UUID organisationId,
            boolean all,
            UUID[] people,
            @Nullable UUID id,
            @Nullable UUID userId,
            @Nullable LocalDate day,
            @Nullable LocalDate beforeDay,
            @Nullable UUID beforeId,
            int rows);
}
