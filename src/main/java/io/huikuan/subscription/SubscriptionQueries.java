package io.huikuan.subscription;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface SubscriptionQueries {
    EntityManager entityManager();

    /** Of a channel and a target there is one. */
    record Row(
            UUID id,
            UUID userId,
            String kind,
            String at,
            @Nullable Integer weekday,
            @Nullable String channel,
            @Nullable UUID targetId,
            Instant nextAt) {}

    /** Those by which somebody has this target told, or is told themselves. */
    @SQL("""
            select id, user_id, kind, cast(at as text) as at, weekday, channel, target_id, next_at from subscription
            where organisation_id = :organisationId and user_id = :userId and target_id is not distinct from cast(:targetId as uuid)
            order by kind""")
    List<Row> of(UUID organisationId, UUID userId, @Nullable UUID targetId);

    @SQL("select count(*) from channel_target where organisation_id = :organisationId and id = :targetId")
    long countTargets(UUID organisationId, UUID targetId);

    /** Keeps the token, so that links in letters that were sent go on working. */
    @SQL("""
            insert into subscription (organisation_id, user_id, kind, at, weekday, channel, target_id, off_token, next_at, created_at)
            values (:organisationId, :userId, :kind, cast(:at as time), cast(:weekday as int), cast(:channel as text),
                cast(:targetId as uuid), :offToken, :nextAt, :now)
            on conflict (organisation_id, user_id, kind, target_id) do update set
                at = excluded.at, weekday = excluded.weekday, channel = excluded.channel, next_at = excluded.next_at""")
    int keep(
            UUID organisationId,
            UUID userId,
            String kind,
            String at,
            @Nullable Integer weekday,
            @Nullable String channel,
            @Nullable UUID targetId,
            String offToken,
            Instant nextAt,
            Instant now);

    @SQL("""
            delete from subscription
            where organisation_id = :organisationId and user_id = :userId and kind = :kind
              and target_id is not distinct from cast(:targetId as uuid)""")
    int end(UUID organisationId, UUID userId, String kind, @Nullable UUID targetId);

    record Ended(UUID userId, String kind) {}

    @SQL("""
            with ended as (
                delete from subscription where organisation_id = :organisationId and off_token = :offToken returning user_id, kind)
            select user_id, kind from ended""")
    List<Ended> endBy(UUID organisationId, String offToken);

    /** Those that are due; others who ask at the same time get others. */
    @SQL("""
            select id, user_id, kind, cast(at as text) as at, weekday, channel, target_id, next_at from subscription
            where organisation_id = :organisationId and next_at <= :now
            order by next_at, id limit :rows for update skip locked""")
    List<Row> due(UUID organisationId, Instant now, int rows);

    @SQL("""
            update subscription s set next_at = w.next_at
            from unnest(:ids, :nextAt) as w(id, next_at)
            where s.organisation_id = :organisationId and s.id = w.id""")
    int moveOn(UUID organisationId, UUID[] ids, Instant[] nextAt);

    /** Who reads it: roles, and whom they stand in for on that day, as lists with commas. */
    record Reader(String roles, String timeZone, String absent) {}

    @SQL("""
            select array_to_string(u.roles, ',') as roles, o.time_zone,
                coalesce((
                    select string_agg(cast(s.absent_id as text), ',') from stand_in s
                    where s.organisation_id = :organisationId and s.substitute_id = u.id and :day between s.starts_on and s.ends_on),
                    '') as absent
            from app_user u join organisation o on o.id = :organisationId
            where u.organisation_id = :organisationId and u.id = :userId and u.active""")
    List<Reader> reader(UUID organisationId, UUID userId, LocalDate day);

    record Token(String offToken) {}

    @SQL("""
            select off_token from subscription
            where organisation_id = :organisationId and user_id = :userId and kind = :kind
              and target_id is not distinct from cast(:targetId as uuid)""")
    List<Token> token(UUID organisationId, UUID userId, String kind, @Nullable UUID targetId);
}
