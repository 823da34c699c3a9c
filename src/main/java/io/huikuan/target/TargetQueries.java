package io.huikuan.target;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface TargetQueries {
    EntityManager entityManager();

    @HQL("""
            select t.id, t.kind, t.name, t.host, t.mayNameCustomers, t.sealedSecret is not null, t.previousSecretUntil, t.version
            from ChannelTarget t
            where (:afterName is null or t.name > :afterName)
            order by t.name limit :rows""")
    List<TargetView> list(@Nullable String afterName, int rows);

    @HQL("""
            select t.id, t.kind, t.name, t.host, t.mayNameCustomers, t.sealedSecret is not null, t.previousSecretUntil, t.version
            from ChannelTarget t where t.id = :id""")
    List<TargetView> byId(UUID id);

    @HQL("select count(*) from ChannelTarget t where t.name = :name")
    long countByName(String name);

    /** What a channel needs to know of a target. */
    record Sealed(
            String kind,
            String url,
            @Nullable String secret,
            @Nullable String previousSecret,
            @Nullable Instant previousSecretUntil) {}

    @SQL("""
            select kind, sealed_url as url, sealed_secret as secret, sealed_previous_secret as previous_secret,
                   previous_secret_until
            from channel_target where organisation_id = :organisationId and id = :id""")
    List<Sealed> closed(UUID organisationId, UUID id);
}
