package io.huikuan.delivery;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface DeadLetterQueries {
    EntityManager entityManager();

    /** A delivery without its address. */
    record Row(
            UUID id,
            UUID recipientId,
            String recipientName,
            String kind,
            String channel,
            String state,
            @Nullable String outcome,
            boolean outcomeUnknown,
            int attempts,
            Instant createdAt,
            @Nullable Instant finishedAt) {}

    /** Newest first. */
    @SQL("""
            select y.id, y.reader_id as recipient_id, coalesce(u.display_name, k.name) as recipient_name, t.kind, y.channel, y.state, y.outcome, y.outcome_unknown,
                y.attempts, y.created_at, y.finished_at
            from delivery y
            join telling t on t.organisation_id = :organisationId and t.id = y.telling_id
            left join app_user u on u.organisation_id = :organisationId and u.id = y.reader_id
            left join contact k on k.organisation_id = :organisationId and k.id = y.reader_id
            where y.organisation_id = :organisationId
              and (cast(:id as uuid) is null or y.id = :id)
              and (cast(:state as text) is null or y.state = :state)
              and (cast(:channel as text) is null or y.channel = :channel)
              and (cast(:afterId as uuid) is null or y.id < :afterId)
            order by y.id desc limit :rows""")
    List<Row> deliveries(
            UUID organisationId,
            @Nullable UUID id,
            @Nullable String state,
            @Nullable String channel,
            @Nullable UUID afterId,
            int rows);

    /**
     * Begins anew with one that is dead, unless its telling was brought some other way meanwhile, or is being brought.
     *
     * @return how many: none or one
     */
    @SQL("""
            with dead as (
                select y.id, y.telling_id, y.reader_id from delivery y
                join telling t on t.organisation_id = :organisationId and t.id = y.telling_id
                where y.organisation_id = :organisationId and y.id = :id and y.state = 'DEAD'
                  and t.state in ('UNREACHED', 'EXPIRED', 'EMPTY', 'CAPPED')
                for update of y, t),
            told as (
                update telling t set state = 'TELLING', expires_at = greatest(t.expires_at, :expiresAt), reader_id = dead.reader_id,
                    counted_on = case when t.reader_id = dead.reader_id then t.counted_on end
                from dead where t.organisation_id = :organisationId and t.id = dead.telling_id
                returning t.id),
            revived as (
                update delivery y set state = 'PENDING', attempts = 0, due_at = :now, expires_at = greatest(y.expires_at, :expiresAt),
                    outcome = null, finished_at = null
                from dead where y.organisation_id = :organisationId and y.id = dead.id
                returning y.id)
            select count(*) from revived""")
    long requeue(UUID organisationId, UUID id, Instant now, Instant expiresAt);
}
