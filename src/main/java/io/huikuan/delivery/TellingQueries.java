package io.huikuan.delivery;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface TellingQueries {
    EntityManager entityManager();

    /** In the order of the recipients, so that two runs side by side never wait for each other in a ring. */
    @SQL("""
            insert into telling (organisation_id, id, recipient_id, business_date, send_at, expires_at, heeds_quiet_hours, state, created_at)
            select :organisationId, w.id, w.recipient_id, :businessDate, w.send_at, w.expires_at, :heedsQuietHours, 'PLANNED', :now
            from unnest(:ids, :recipients, :sendAt, :expiresAt) as w(id, recipient_id, send_at, expires_at)
            order by w.recipient_id
            on conflict (organisation_id, recipient_id, business_date) do nothing""")
    int planDigests(
            UUID organisationId,
            UUID[] ids,
            UUID[] recipients,
            Instant[] sendAt,
            Instant[] expiresAt,
            LocalDate businessDate,
            boolean heedsQuietHours,
            Instant now);

    /**
     * Keeps digests that are due from being found empty before this transaction's notices are there: a dispatcher skips what is locked, and
     * this waits for a dispatcher that came first. Others who post share the lock.
     */
    @SQL("""
            select count(*) from (
                select 1 from telling d
                where d.organisation_id = :organisationId and d.business_date = :businessDate
                  and d.recipient_id = any(:recipients) and d.state = 'PLANNED' and d.send_at <= :now
                order by d.recipient_id for share) held""")
    long hold(UUID organisationId, UUID[] recipients, LocalDate businessDate, Instant now);

    /** Plans again what was found empty or ran out before, and brings forward what was planned for later. Sent is sent. */
    @SQL("""
            update telling d
            set state = 'PLANNED', send_at = again.send_at, expires_at = again.expires_at, heeds_quiet_hours = :heedsQuietHours,
                rank = 0, created_at = :now
            from (
                select p.id, w.send_at, w.expires_at from telling p
                join unnest(:recipients, :sendAt, :expiresAt) as w(recipient_id, send_at, expires_at)
                  on w.recipient_id = p.recipient_id
                where p.organisation_id = :organisationId and p.business_date = :businessDate
                  and (p.state in ('EMPTY', 'EXPIRED') or p.state = 'PLANNED' and p.send_at > w.send_at and p.send_at > :now)
                order by p.recipient_id for update of p) again
            where d.organisation_id = :organisationId and d.id = again.id""")
    int planAgain(
            UUID organisationId,
            UUID[] recipients,
            Instant[] sendAt,
            Instant[] expiresAt,
            LocalDate businessDate,
            boolean heedsQuietHours,
            Instant now);

    /**
     * A morning has one digest: where a person has several that would go out on the same local day, the newest tells for all. What is being
     * sent, or has been, is left alone; what quiet hours have put off is not.
     */
    @SQL("""
            with open as (
                select t.id, t.recipient_id, t.business_date, coalesce(t.since_date, t.business_date) as since_date, t.state,
                    max(t.business_date) filter (where t.state = 'PLANNED') over (partition by t.recipient_id) as newest
                from telling t
                join unnest(:recipients, :expiresAt) as w(recipient_id, expires_at) on w.recipient_id = t.recipient_id
                where t.organisation_id = :organisationId and t.kind = 'DIGEST'
                  and (t.state = 'PLANNED' and t.expires_at = w.expires_at
                    or t.state = 'TELLING'
                      and exists (
                          select 1 from delivery y
                          where y.organisation_id = :organisationId and y.telling_id = t.id and y.state = 'PENDING'
                            and y.expires_at = w.expires_at and y.due_at > :now)
                      and not exists (
                          select 1 from delivery y
                          where y.organisation_id = :organisationId and y.telling_id = t.id
                            and (y.state in ('CLAIMED', 'SENDING', 'SENT') or y.outcome_unknown or y.state = 'PENDING' and y.due_at <= :now)))),
            older as (
                update telling t set state = 'MERGED'
                from open where t.organisation_id = :organisationId and t.id = open.id and open.business_date < open.newest
                  and t.state = open.state
                returning t.id, t.recipient_id, open.newest, open.since_date),
            quiet as (
                update delivery y set state = 'CANCELLED', outcome = 'MERGED', finished_at = :now
                from older where y.organisation_id = :organisationId and y.telling_id = older.id and y.state = 'PENDING'
                returning y.id),
            grown as (
                update telling t set since_date = least(coalesce(t.since_date, t.business_date), first.since_date)
                from (select recipient_id, newest, min(since_date) as since_date from older group by recipient_id, newest) first
                where t.organisation_id = :organisationId and t.recipient_id = first.recipient_id and t.business_date = first.newest
                returning t.id)
            select count(*) from older""")
    long merge(UUID organisationId, UUID[] recipients, Instant[] expiresAt, Instant now);

    /** What can't wait for a digest; each is told once, however often it is planned. */
    @SQL("""
            insert into telling (
                organisation_id, id, recipient_id, kind, category, notice_id, about_day, send_at, expires_at, heeds_quiet_hours, state,
                created_at)
            select :organisationId, uuidv7(), w.recipient_id, :kind, :category, w.notice_id, cast(:aboutDay as date), w.send_at, w.expires_at,
                :heedsQuietHours, 'PLANNED', :now
            from unnest(:recipients, :notices, :sendAt, :expiresAt) as w(recipient_id, notice_id, send_at, expires_at)
            order by w.recipient_id
            on conflict do nothing""")
    int planNews(
            UUID organisationId,
            UUID[] recipients,
            UUID[] notices,
            Instant[] sendAt,
            Instant[] expiresAt,
            String kind,
            String category,
            @Nullable LocalDate aboutDay,
            boolean heedsQuietHours,
            Instant now);

    @SQL("""
            insert into telling (
                organisation_id, id, recipient_id, kind, category, channel, about_day, send_at, expires_at, heeds_quiet_hours, state,
                created_at)
            select :organisationId, uuidv7(), w.recipient_id, :kind, 'SUBSCRIPTIONS', :channel, :day, :sendAt, :expiresAt, true, 'PLANNED', :now
            from unnest(:recipients) as w(recipient_id)
            order by w.recipient_id
            on conflict do nothing""")
    int planSubscribed(
            UUID organisationId,
            UUID[] recipients,
            String kind,
            String channel,
            LocalDate day,
            Instant sendAt,
            Instant expiresAt,
            Instant now);

    /** Organisations in which a telling or a delivery is due, or a telling has come to an end that nobody has looked at. */
    @SQL("""
            select d.organisation_id from telling d where d.state = 'PLANNED' and d.send_at <= :now
            union
            select y.organisation_id from delivery y where y.state in ('PENDING', 'CLAIMED', 'SENDING') and y.due_at <= :now
            union
            select t.organisation_id from telling t
            where t.state = 'TELLING' and not exists (
                select 1 from delivery y
                where y.organisation_id = t.organisation_id and y.telling_id = t.id and y.state in ('PENDING', 'CLAIMED', 'SENDING'))""")
    List<UUID> organisationsWithWork(Instant now);

    @SQL("""
            update telling set state = 'EXPIRED'
            where organisation_id = :organisationId and state = 'PLANNED' and send_at <= :now and expires_at <= :now""")
    int expire(UUID organisationId, Instant now);

    /**
     * Turns tellings that are due into one delivery per address of the next channel by which their recipients can be told of it, or finds that
     * nothing is left to tell. Who can be told by no channel may still register a phone: that telling waits until it expires.
     *
     * @return how many tellings were dealt with
     */
    @SQL("""
            with due as (
                select t.id, t.recipient_id, t.kind, t.category, t.business_date, coalesce(t.since_date, t.business_date) as since_date,
                    t.rank, t.channel, t.expires_at
                from telling t
                where t.organisation_id = :organisationId and t.state = 'PLANNED' and t.send_at <= :now and t.expires_at > :now
                  and exists (
                      select 1 from notification_way w
                      where w.organisation_id = :organisationId and w.user_id = t.recipient_id and w.category = t.category
                        and w.channel = any(:channels) and w.channel = coalesce(t.channel, w.channel) and w.place > t.rank)
                order by t.send_at limit :rows for update of t skip locked),
            worth as (
                select due.id from due
                where due.kind <> 'DIGEST' or exists (
                    select 1 from notice_worth_telling w
                    where w.organisation_id = :organisationId and w.recipient_id = due.recipient_id
                      and w.business_date between due.since_date and due.business_date
                      and (w.snoozed_until is null or w.snoozed_until <= :now))),
            ways as (
                select due.id, due.expires_at, w.place, w.channel, w.installation_id, w.lane,
                    min(w.place) over (partition by due.id) as next
                from due
                join worth on worth.id = due.id
                join notification_way w on w.organisation_id = :organisationId and w.user_id = due.recipient_id
                  and w.category = due.category and w.channel = any(:channels) and w.channel = coalesce(due.channel, w.channel)
                  and w.place > due.rank),
            fanned as (
                insert into delivery (
                    organisation_id, id, telling_id, channel, lane, installation_id, state, attempts, due_at, expires_at, outcome_unknown,
                    created_at)
                select :organisationId, uuidv7(), w.id, w.channel, w.lane, w.installation_id, 'PENDING', 0, :now, w.expires_at, false, :now
                from ways w where w.place = w.next
                on conflict (organisation_id, telling_id, channel, installation_id) do update set
                    state = 'PENDING', attempts = 0, due_at = excluded.due_at, expires_at = excluded.expires_at, outcome = null,
                    finished_at = null
                where delivery.state = 'CANCELLED'),
            dealt as (
                update telling t set state = case when w.next is null then 'EMPTY' else 'TELLING' end, rank = coalesce(w.next, t.rank)
                from due left join (select distinct ways.id, ways.next from ways) w on w.id = due.id
                where t.organisation_id = :organisationId and t.id = due.id
                returning t.id)
            select count(*) from dealt""")
    long fanOut(UUID organisationId, Instant now, String[] channels, int rows);

    /**
     * Says how tellings have ended of which no delivery is under way any more. One that reached nobody goes on with the next channel, as long
     * as it is of use: so that no two channels both succeed, except where nobody knows whether the first one did.
     *
     * @return how many
     */
    @SQL("""
            with ended as (
                select t.id from telling t
                where t.organisation_id = :organisationId and t.state = 'TELLING' and not exists (
                    select 1 from delivery y
                    where y.organisation_id = :organisationId and y.telling_id = t.id and y.state in ('PENDING', 'CLAIMED', 'SENDING'))
                order by t.id limit :rows for update of t skip locked),
            outcomes as (
                select e.id,
                    bool_or(y.state = 'SENT') as sent,
                    bool_or(y.outcome = 'NOTHING_TO_TELL') as nothing_to_tell,
                    bool_or(y.outcome = 'CAPPED') as capped,
                    bool_or(y.outcome = 'EXPIRED') as expired
                from ended e left join delivery y on y.organisation_id = :organisationId and y.telling_id = e.id
                group by e.id),
            concluded as (
                update telling t set state = case
                    when o.sent then 'SENT'
                    when o.nothing_to_tell then 'EMPTY'
                    when o.capped then 'CAPPED'
                    when o.expired or t.expires_at <= :now then 'EXPIRED'
                    when exists (
                        select 1 from notification_way w
                        where w.organisation_id = :organisationId and w.user_id = t.recipient_id and w.category = t.category
                          and w.channel = any(:channels) and w.channel = coalesce(t.channel, w.channel) and w.place > t.rank)
                        then 'PLANNED'
                    else 'UNREACHED' end
                from outcomes o where t.organisation_id = :organisationId and t.id = o.id
                returning t.id)
            select count(*) from concluded""")
    long conclude(UUID organisationId, Instant now, String[] channels, int rows);
}
