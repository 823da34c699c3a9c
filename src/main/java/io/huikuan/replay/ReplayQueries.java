package io.huikuan.replay;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

/** Replays and what they have found. */
interface ReplayQueries {
    EntityManager entityManager();

    record Row(
            UUID id,
            LocalDate fromOn,
            LocalDate throughOn,
            String scope,
            @Nullable String customerClass,
            @Nullable UUID subjectId,
            String ladder,
            String state,
            long total,
            long looked,
            long kept,
            long added,
            long removed,
            long moved,
            Instant requestedAt,
            @Nullable Instant finishedAt) {}

    @SQL("""
            select p.id, p.from_on, p.through_on, p.scope, p.customer_class, p.subject_id, cast(p.ladder as text) as ladder, p.state,
                p.total, p.looked, coalesce(l.kept, 0) as kept, coalesce(l.added, 0) as added, coalesce(l.removed, 0) as removed,
                coalesce(l.moved, 0) as moved, p.requested_at, p.finished_at
            from policy_replay p
            left join lateral (
                select sum(n.kept) as kept, sum(n.added) as added, sum(n.removed) as removed, sum(n.moved) as moved
                from policy_replay_line n where n.organisation_id = :organisationId and n.replay_id = p.id) l on true
            where p.organisation_id = :organisationId
              and (cast(:id as uuid) is null or p.id = cast(:id as uuid))
              and (cast(:beforeId as uuid) is null or p.id < cast(:beforeId as uuid))
            order by p.id desc limit :rows""")
    List<Row> list(UUID organisationId, @Nullable UUID id, @Nullable UUID beforeId, int rows);

    record Line(UUID id, String name, long kept, long added, long removed, long moved) {}

    /** By person, in the order of ids. */
    @SQL("""
            select n.person_id as id, u.display_name as name, sum(n.kept) as kept, sum(n.added) as added, sum(n.removed) as removed,
                sum(n.moved) as moved
            from policy_replay_line n
            join app_user u on u.organisation_id = :organisationId and u.id = n.person_id
            where n.organisation_id = :organisationId and n.replay_id = :replayId
              and (cast(:afterId as uuid) is null or n.person_id > cast(:afterId as uuid))
            group by n.person_id, u.display_name order by n.person_id limit :rows""")
    List<Line> people(UUID organisationId, UUID replayId, @Nullable UUID afterId, int rows);

    /** By customer, in the order of ids. */
    @SQL("""
            select n.customer_id as id, c.name, sum(n.kept) as kept, sum(n.added) as added, sum(n.removed) as removed,
                sum(n.moved) as moved
            from policy_replay_line n
            join customer c on c.organisation_id = :organisationId and c.id = n.customer_id
            where n.organisation_id = :organisationId and n.replay_id = :replayId
              and (cast(:afterId as uuid) is null or n.customer_id > cast(:afterId as uuid))
            group by n.customer_id, c.name order by n.customer_id limit :rows""")
    List<Line> customers(UUID organisationId, UUID replayId, @Nullable UUID afterId, int rows);

    @SQL("""
            insert into policy_replay (organisation_id, id, from_on, through_on, scope, customer_class, subject_id, ladder, state,
                lease_until, total, looked, reached, requested_by, requested_at)
            values (:organisationId, :id, :fromOn, :throughOn, :scope, cast(:customerClass as text), cast(:subjectId as uuid),
                cast(:ladder as jsonb), 'RUNNING', :leaseUntil, :total, 0, '00000000-0000-0000-0000-000000000000', :requestedBy,
                :now)""")
    int request(
            UUID organisationId,
            UUID id,
            LocalDate fromOn,
            LocalDate throughOn,
            String scope,
            @Nullable String customerClass,
            @Nullable UUID subjectId,
            String ladder,
            Instant leaseUntil,
            long total,
            UUID requestedBy,
            Instant now);

    record AtWork(
            UUID id,
            LocalDate fromOn,
            LocalDate throughOn,
            String scope,
            @Nullable String customerClass,
            @Nullable UUID subjectId,
            String ladder,
            UUID reached) {}

    /** Locked until the transaction ends: so two that work on the same one go through each page once. */
    @SQL("""
            select id, from_on, through_on, scope, customer_class, subject_id, cast(ladder as text) as ladder, reached
            from policy_replay
            where organisation_id = :organisationId and id = :id and state = 'RUNNING' for update""")
    List<AtWork> atWork(UUID organisationId, UUID id);

    /** Those that nobody has worked on since {@code now}, which are taken over. */
    @SQL("""
            with taken as (
                update policy_replay set lease_until = :leaseUntil
                where organisation_id = :organisationId and id in (
                    select id from policy_replay
                    where organisation_id = :organisationId and state = 'RUNNING' and lease_until < :now
                    for update skip locked)
                returning id)
            select id from taken order by id""")
    List<UUID> takeOver(UUID organisationId, Instant leaseUntil, Instant now);

    @SQL("""
            insert into policy_replay_line as l (organisation_id, replay_id, person_id, customer_id, kept, added, removed, moved)
            select :organisationId, :replayId, w.person_id, w.customer_id, w.kept, w.added, w.removed, w.moved
            from unnest(:people, :customers, :kept, :added, :removed, :moved)
                as w (person_id, customer_id, kept, added, removed, moved)
            on conflict (organisation_id, replay_id, person_id, customer_id) do update set kept = l.kept + excluded.kept,
                added = l.added + excluded.added, removed = l.removed + excluded.removed, moved = l.moved + excluded.moved""")
    int add(
            UUID organisationId,
            UUID replayId,
            UUID[] people,
            UUID[] customers,
            Integer[] kept,
            Integer[] added,
            Integer[] removed,
            Integer[] moved);

    @SQL("""
            update policy_replay set reached = :reached, looked = looked + :looked, lease_until = :leaseUntil
            where organisation_id = :organisationId and id = :id""")
    int reach(UUID organisationId, UUID id, UUID reached, int looked, Instant leaseUntil);

    @SQL("""
            update policy_replay set state = 'DONE', finished_at = :now, total = looked
            where organisation_id = :organisationId and id = :id""")
    int finish(UUID organisationId, UUID id, Instant now);
}
