package io.huikuan.terms;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface TermsQueries {
    EntityManager entityManager();

    @HQL("""
            from Terms t
            where (:afterName is null or t.name >= :afterName and (t.name > :afterName or t.id > :afterId))
            order by t.name, t.id limit :rows""")
    List<Terms> list(@Nullable String afterName, @Nullable UUID afterId, int rows);

    @HQL("select count(*) from Terms t where t.name = :name")
    long countByName(String name);

    record Limit(@Nullable BigDecimal percent, @Nullable Integer days) {}

    @SQL("""
            select percent, days from replan_limit where organisation_id = :organisationId
            order by set_at desc, id desc limit 1""")
    List<Limit> limit(UUID organisationId);

    @SQL("""
            insert into replan_limit (organisation_id, id, percent, days, set_by, set_at)
            values (:organisationId, :id, cast(:percent as numeric), cast(:days as int), :setBy, :setAt)""")
    int setLimit(
            UUID organisationId,
            UUID id,
            @Nullable BigDecimal percent,
            @Nullable Integer days,
            UUID setBy,
            Instant setAt);
}
