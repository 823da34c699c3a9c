package io.huikuan.policy;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface PolicyQueries {
    EntityManager entityManager();

    /** A version of a policy; the ladder is JSON. */
    record Row(UUID id, String name, int number, String ladder, Instant writtenAt, long version) {}

    @SQL("""
            select p.id, p.name, v.number, cast(v.ladder as text) as ladder, v.written_at, p.version
            from reminder_policy p
            join reminder_policy_version v on v.organisation_id = :organisationId and v.policy_id = p.id and v.number = p.latest
            where p.organisation_id = :organisationId
              and (cast(:afterName as text) is null or (p.name, p.id) > (cast(:afterName as text), cast(:afterId as uuid)))
            order by p.name, p.id limit :rows""")
    List<Row> list(UUID organisationId, @Nullable String afterName, @Nullable UUID afterId, int rows);

    @SQL("""
            select p.id, p.name, v.number, cast(v.ladder as text) as ladder, v.written_at, p.version
            from reminder_policy p
            join reminder_policy_version v on v.organisation_id = :organisationId and v.policy_id = p.id and v.number = p.latest
            where p.organisation_id = :organisationId and p.id = any(:ids)""")
    List<Row> latest(UUID organisationId, UUID[] ids);

    /** Newest first. */
    @SQL("""
            select p.id, p.name, v.number, cast(v.ladder as text) as ladder, v.written_at, p.version
            from reminder_policy p
            join reminder_policy_version v on v.organisation_id = :organisationId and v.policy_id = p.id
            where p.organisation_id = :organisationId and p.id = :id
              and (cast(:beforeNumber as int) is null or v.number < cast(:beforeNumber as int))
            order by v.number desc limit :rows""")
    List<Row> versions(UUID organisationId, UUID id, @Nullable Integer beforeNumber, int rows);

    @SQL("""
            select count(*) from reminder_policy
            where organisation_id = :organisationId and name = :name
              and (cast(:exceptId as uuid) is null or id <> cast(:exceptId as uuid))""")
    long countNamed(UUID organisationId, String name, @Nullable UUID exceptId);

    @SQL("""
            insert into reminder_policy_version (organisation_id, policy_id, number, ladder, written_by, written_at)
            values (:organisationId, :policyId, :number, cast(:ladder as jsonb), :writtenBy, :now)""")
    int write(UUID organisationId, UUID policyId, int number, String ladder, UUID writtenBy, Instant now);
}
