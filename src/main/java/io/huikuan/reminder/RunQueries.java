package io.huikuan.reminder;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

/** The runs and what they counted. */
interface RunQueries {
    EntityManager entityManager();

    /** A run with its counts so far. */
    record Row(
            UUID id,
            LocalDate businessDate,
            boolean dryRun,
            String origin,
            String state,
            int looked,
            int sent,
            int suppressed,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    record Count(UUID runId, String fate, int offsetDays, int count) {}

    record Abandoned(UUID id, LocalDate businessDate, boolean dryRun, String origin) {}

    @SQL("""
            select id, business_date, dry_run, origin, state, looked, sent, suppressed, started_at, finished_at
            from reminder_run
            where organisation_id = :organisationId and (cast(:beforeId as uuid) is null or id < cast(:beforeId as uuid))
            order by id desc limit :rows""")
    List<Row> list(UUID organisationId, @Nullable UUID beforeId, int rows);

    @SQL("""
            select id, business_date, dry_run, origin, state, looked, sent, suppressed, started_at, finished_at
            from reminder_run where organisation_id = :organisationId and id = :id""")
    List<Row> byId(UUID organisationId, UUID id);

    @SQL("""
            select run_id, fate, offset_days, count from reminder_run_count
            where organisation_id = :organisationId and run_id in (:runIds)
            order by run_id, fate, offset_days""")
    List<Count> counts(UUID organisationId, Collection<UUID> runIds);

    @SQL("""
            insert into reminder_run (organisation_id, id, business_date, dry_run, origin, requested_by, state, lease_until,
                looked, sent, suppressed, started_at)
            values (:organisationId, :id, :businessDate, :dryRun, 'REQUEST', :requestedBy, 'RUNNING', :leaseUntil,
                0, 0, 0, :now)""")
    int request(
            UUID organisationId,
            UUID id,
            LocalDate businessDate,
            boolean dryRun,
            UUID requestedBy,
            Instant leaseUntil,
            Instant now);

    /** The schedule's run of the day: made where it isn't there, and set going again where it had come to its end. */
    @SQL("""
            with opened as (
                insert into reminder_run as r (organisation_id, id, business_date, dry_run, origin, state, lease_until,
                    looked, sent, suppressed, started_at)
                values (:organisationId, :id, :businessDate, false, 'SCHEDULE', 'RUNNING', :leaseUntil, 0, 0, 0, :now)
                on conflict (organisation_id, business_date) where origin = 'SCHEDULE'
                do update set state = 'RUNNING', finished_at = null,
                    lease_until = greatest(r.lease_until, excluded.lease_until)
                returning id)
            select id from opened""")
    UUID open(UUID organisationId, UUID id, LocalDate businessDate, Instant leaseUntil, Instant now);

    /**
     * True when something is due for a look, and no import is running or has only just ended: unless they have come one after the other
     * for so long that waiting for their end would mean not to remind at all. Asks for the first of all looks: whether
     * there is one before a date, the planner would rather find out by reading the whole table, whenever it takes it that there are many.
     */
    @SQL("""
            select coalesce((select min(next_look_on) from receivable_look where organisation_id = :organisationId) <= :businessDate, false)
                and (
                    not exists (
                        select from import
                        where organisation_id = :organisationId and (state = 'RUNNING' or finished_at > :settledSince))
                    or (select min(created_at) from import
                        where organisation_id = :organisationId and (state = 'RUNNING' or finished_at > :patientSince))
                        < :patientSince)""")
    boolean worthARun(UUID organisationId, LocalDate businessDate, Instant settledSince, Instant patientSince);

    /** Takes over what nobody has worked on since {@code now}. */
    @SQL("""
            with taken as (
                update reminder_run set lease_until = :leaseUntil
                where organisation_id = :organisationId and id in (
                    select id from reminder_run
                    where organisation_id = :organisationId and state = 'RUNNING' and lease_until < :now
                    for update skip locked)
                returning id, business_date, dry_run, origin)
            select id, business_date, dry_run, origin from taken order by id""")
    List<Abandoned> takeOver(UUID organisationId, Instant leaseUntil, Instant now);

    @SQL("""
            update reminder_run set looked = looked + :looked, sent = sent + :sent, suppressed = suppressed + :suppressed,
                lease_until = greatest(lease_until, :leaseUntil)
            where organisation_id = :organisationId and id = :id""")
    int count(UUID organisationId, UUID id, int looked, int sent, int suppressed, Instant leaseUntil);

    @SQL("""
            insert into reminder_run_count as c (organisation_id, run_id, fate, offset_days, count)
            select :organisationId, :runId, n.fate, n.offset_days, n.count
            from unnest(:fates, :offsets, :counts) as n (fate, offset_days, count)
            on conflict (organisation_id, run_id, fate, offset_days) do update set count = c.count + excluded.count""")
    int countEach(UUID organisationId, UUID runId, String[] fates, Integer[] offsets, Integer[] counts);

    @SQL("""
            update reminder_run set lease_until = greatest(lease_until, :leaseUntil)
            where organisation_id = :organisationId and id = :id""")
    int stayAlive(UUID organisationId, UUID id, Instant leaseUntil);

    /** @return 0 when it had been finished before */
    @SQL("""
            update reminder_run set state = 'DONE', finished_at = :now
            where organisation_id = :organisationId and id = :id and state = 'RUNNING'""")
    int finish(UUID organisationId, UUID id, Instant now);

    @SQL("""
            select coalesce(min(next_look_on) <= :businessDate, false) from receivable_look
            where organisation_id = :organisationId""")
    boolean somethingIsDue(UUID organisationId, LocalDate businessDate);
}
