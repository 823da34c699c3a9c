package io.huikuan.delivery;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;

interface DeliveryQueries {
    EntityManager entityManager();

    /** Organisations in which a digest or a delivery is due. */
    @SQL("""
            select d.organisation_id from digest d where d.state = 'PLANNED' and d.send_at <= :now
            union
            select y.organisation_id from delivery y where y.state in ('PENDING', 'CLAIMED', 'SENDING') and y.due_at <= :now""")
    List<UUID> organisationsWithWork(Instant now);

    /** How long the longest waiting delivery of all organisations has been due. */
    @SQL("""
            select cast(coalesce(max(extract(epoch from cast(:now as timestamptz) - y.due_at)), 0) as bigint)
            from delivery y
            where y.state in ('PENDING', 'CLAIMED', 'SENDING') and y.due_at <= :now""")
    long longestWaitSeconds(Instant now);

    @SQL("""
            update digest set state = 'EXPIRED'
            where organisation_id = :organisationId and state = 'PLANNED' and send_at <= :now and expires_at <= :now""")
    int expireDigests(UUID organisationId, Instant now);

    @SQL("""
            update delivery set state = 'CANCELLED', outcome = 'EXPIRED', outcome_unknown = outcome_unknown or state = 'SENDING',
                lease_token = null, finished_at = :now
            where organisation_id = :organisationId and state in ('PENDING', 'CLAIMED', 'SENDING') and due_at <= :now
              and expires_at <= :now""")
    int expireDeliveries(UUID organisationId, Instant now);

    /**
     * Turns digests that are due into one delivery per device of their recipients, or finds that nothing is left to tell. A recipient without
     * a device may still register one: that digest waits until it expires.
     *
     * @return how many digests were dealt with
     */
    @SQL("""
            with due as (
                select d.id, d.recipient_id, d.business_date, d.expires_at from digest d
                where d.organisation_id = :organisationId and d.state = 'PLANNED' and d.send_at <= :now and d.expires_at > :now
                  and exists (
                      select 1 from device v
                      where v.organisation_id = :organisationId and v.user_id = d.recipient_id and v.active)
                order by d.send_at limit :rows for update of d skip locked),
            worth as (
                select due.id from due
                where exists (
                    select 1 from notice_worth_telling w
                    where w.organisation_id = :organisationId and w.recipient_id = due.recipient_id
                      and w.business_date = due.business_date)),
            fanned as (
                insert into delivery (
                    organisation_id, id, digest_id, installation_id, state, attempts, due_at, expires_at, outcome_unknown, created_at)
                select :organisationId, uuidv7(), due.id, v.installation_id, 'PENDING', 0, :now, due.expires_at, false, :now
                from due
                join worth on worth.id = due.id
                join device v on v.organisation_id = :organisationId and v.user_id = due.recipient_id and v.active
                on conflict (organisation_id, digest_id, installation_id) do nothing),
            dealt as (
                update digest d set state = case when d.id in (select worth.id from worth) then 'SENT' else 'EMPTY' end
                from due where d.organisation_id = :organisationId and d.id = due.id
                returning d.id)
            select count(*) from dealt""")
    long fanOut(UUID organisationId, Instant now, int rows);

    record Claimed(UUID id, String platform) {}

    /** Takes deliveries that are due, also those whose holder's lease has run out, and leaves alone what others are just taking. */
    @SQL("""
            with due as materialized (
                select y.id, y.installation_id from delivery y
                where y.organisation_id = :organisationId and y.state in ('PENDING', 'CLAIMED', 'SENDING') and y.due_at <= :now
                  and not (
                      select v.platform from device v
                      where v.organisation_id = :organisationId and v.installation_id = y.installation_id) = any(:closedPlatforms)
                order by y.due_at limit :rows for update of y skip locked),
            claimed as (
                update delivery y set state = 'CLAIMED', lease_token = :token, due_at = :leaseUntil,
                    outcome_unknown = y.outcome_unknown or y.state = 'SENDING'
                from due where y.organisation_id = :organisationId and y.id = due.id
                returning y.id)
            select due.id, v.platform
            from due
            join claimed on claimed.id = due.id
            join device v on v.organisation_id = :organisationId and v.installation_id = due.installation_id""")
    List<Claimed> claim(
            UUID organisationId, UUID token, Instant now, Instant leaseUntil, String[] closedPlatforms, int rows);

    /** The holder's lease, longer by the time that a send takes; only of those that have no other holder by now. */
    @SQL("""
            with begun as (
                update delivery set state = 'SENDING', attempts = attempts + 1, due_at = :leaseUntil
                where organisation_id = :organisationId and id = any(:ids) and lease_token = :token and state = 'CLAIMED'
                returning id)
            select id from begun""")
    List<UUID> startSending(UUID organisationId, UUID[] ids, UUID token, Instant leaseUntil);

    /**
     * All that the last look before a send has to see.
     *
     * @param theirs the device is in use, by the recipient, who is still there
     */
    record Facts(
            UUID id,
            int attempts,
            Instant expiresAt,
            UUID recipientId,
            boolean heedsQuietHours,
            String timeZone,
            String installationId,
            String address,
            String addressKind,
            String platform,
            String locale,
            long deviceVersion,
            boolean theirs,
            long dueToday,
            long overdue,
            long dueSoon) {}

    /**
     * Counted against the digest's business date, or as many days after it as have passed since it was planned: so a digest that quiet hours
     * have put off to the next morning tells of that morning, and one of a sandbox's past tells of its own day. From the hand to its
     * digests to what they tell, and no other way: while the tables are new to the planner, it would begin with all digests that there are.
     */
    @SQL("""
            with hand as materialized (
                select y.id, y.digest_id, y.installation_id, y.attempts, y.expires_at from delivery y
                where y.organisation_id = :organisationId and y.id = any(:ids)),
            asked as materialized (
                select d.id, d.recipient_id, d.business_date, d.created_at, d.heeds_quiet_hours from digest d
                where d.organisation_id = :organisationId and d.id in (select hand.digest_id from hand)),
            told as (
                select a.id,
                    count(w.due_on) filter (where w.due_on = day.day) as due_today,
                    count(w.due_on) filter (where w.due_on < day.day) as overdue,
                    count(w.due_on) filter (where w.due_on > day.day) as due_soon
                from asked a
                join organisation o on o.id = :organisationId
                cross join lateral (
                    select a.business_date + (cast(cast(:now as timestamptz) at time zone o.time_zone as date)
                        - cast(a.created_at at time zone o.time_zone as date)) as day) day
                left join lateral (
                    select distinct n.receivable_id, n.due_on from notice_worth_telling n
                    where n.organisation_id = :organisationId and n.recipient_id = a.recipient_id
                      and n.business_date = a.business_date) w on true
                group by a.id)
            select y.id, y.attempts, y.expires_at, d.recipient_id, d.heeds_quiet_hours, o.time_zone, v.installation_id, v.address,
                v.address_kind, v.platform, v.locale, v.version as device_version,
                v.active and v.user_id = d.recipient_id and u.active as theirs, told.due_today, told.overdue, told.due_soon
            from hand y
            join asked d on d.id = y.digest_id
            join told on told.id = d.id
            join device v on v.organisation_id = :organisationId and v.installation_id = y.installation_id
            join app_user u on u.organisation_id = :organisationId and u.id = d.recipient_id
            join organisation o on o.id = :organisationId""")
    List<Facts> facts(UUID organisationId, UUID[] ids, Instant now);

    @SQL("""
            update delivery y set state = 'CANCELLED', outcome = w.outcome, attempts = y.attempts - 1, lease_token = null,
                finished_at = :now
            from unnest(:ids, :outcomes) as w(id, outcome)
            where y.organisation_id = :organisationId and y.id = w.id and y.lease_token = :token and y.state = 'SENDING'""")
    int cancel(UUID organisationId, UUID[] ids, UUID token, String[] outcomes, Instant now);

    /** Nothing was sent: another time. */
    @SQL("""
            update delivery y set attempts = case when y.state = 'SENDING' then y.attempts - 1 else y.attempts end, state = 'PENDING',
                due_at = w.due_at, expires_at = greatest(y.expires_at, w.expires_at), lease_token = null
            from unnest(:ids, :dueAt, :expiresAt) as w(id, due_at, expires_at)
            where y.organisation_id = :organisationId and y.id = w.id and y.lease_token = :token
              and y.state in ('CLAIMED', 'SENDING')""")
    int putOff(UUID organisationId, UUID[] ids, UUID token, Instant[] dueAt, Instant[] expiresAt);

    /**
     * What became of sends, of those whose lease still holds. Message ids may have null elements.
     *
     * @return the deliveries that were still the sender's
     */
    @SQL("""
            with settled as (
                update delivery y set state = w.state, attempts = y.attempts - w.uncounted, due_at = w.due_at, outcome = w.outcome,
                    outcome_unknown = y.outcome_unknown or w.unknown, message_id = coalesce(w.message_id, y.message_id),
                    lease_token = null, finished_at = case when w.state = 'PENDING' then null else cast(:now as timestamptz) end
                from unnest(:ids, :tokens, :states, :uncounted, :dueAt, :outcomes, :unknown, :messageIds)
                    as w(id, token, state, uncounted, due_at, outcome, unknown, message_id)
                where y.organisation_id = :organisationId and y.id = w.id and y.lease_token = w.token and y.state = 'SENDING'
                returning y.id)
            select id from settled""")
    List<UUID> settle(
            UUID organisationId,
            UUID[] ids,
            UUID[] tokens,
            String[] states,
            Integer[] uncounted,
            Instant[] dueAt,
            String[] outcomes,
            Boolean[] unknown,
            String[] messageIds,
            Instant now);
}
