package io.huikuan.platform;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;

interface IdempotencyQueries {
    EntityManager entityManager();

    record Lock(boolean taken) {}

    /** Held until the transaction ends. */
    @SQL("select pg_try_advisory_xact_lock(:lock)")
    Lock tryLock(long lock);

    record Stored(String fingerprint, String body, long version, String location) {}

    @SQL("""
            select fingerprint, body, version, location from idempotency_key
            where organisation_id = :organisationId and user_id = :userId and operation = :operation and key = :key""")
    List<Stored> find(UUID organisationId, UUID userId, String operation, String key);

    @SQL("""
            insert into idempotency_key
                (organisation_id, user_id, operation, key, fingerprint, body, version, location, created_at)
            values (:organisationId, :userId, :operation, :key, :fingerprint, :body, :version, :location, :now)""")
    int store(
            UUID organisationId,
            UUID userId,
            String operation,
            String key,
            String fingerprint,
            String body,
            long version,
            String location,
            Instant now);

    @SQL("delete from idempotency_key where created_at < :before")
    int deleteOlderThan(Instant before);
}
