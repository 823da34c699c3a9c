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
                    max(t.business_date) filter (where t.state = 'PLANNED') over (partition by t.recipient_id) as newest,
                    first_value(t.id) over (partition by t.recipient_id order by t.state = 'TELLING', t.business_date desc) as newest_id
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
                update telling t set state = 'MERGED', merged_into = open.newest_id
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
                organisation_id, id, recipient_id, kind, category, notice_id, about_day, matter, send_at, expires_at, heeds_quiet_hours,
                state, created_at)
            select :organisationId, uuidv7(), w.recipient_id, :kind, :category, w.notice_id, cast(:aboutDay as date),
                concat_ws(' ', cast(:aboutDay as date), n.kind, n.payment_id, n.contract_id, n.plan_version, n.promise_id, n.dispute_id,
                    n.follow_up_id, n.hand_over_id, n.letter_id, n.occurrence),
                w.send_at, w.expires_at, :heedsQuietHours, 'PLANNED', :now
            from unnest(:recipients, :notices, :sendAt, :expiresAt) as w(recipient_id, notice_id, send_at, expires_at)
            left join notice n on n.organisation_id = :organisationId and n.id = w.notice_id
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

    /** Channels and targets may have null elements. The hour at which a target is told was set for it, and is nobody's night. */
    @SQL("""
            insert into telling (
                organisation_id, id, recipient_id, kind, category, channel, target_id, about_day, send_at, expires_at, heeds_quiet_hours,
                state, created_at)
            select :organisationId, uuidv7(), w.recipient_id, w.kind, 'SUBSCRIPTIONS', w.channel, w.target_id, :day, :sendAt, :expiresAt,
                w.target_id is null, 'PLANNED', :now
            from unnest(:recipients, :kinds, :channels, :targets) as w(recipient_id, kind, channel, target_id)
            order by w.recipient_id
            on conflict do nothing""")
    int planSubscribed(
            UUID organisationId,
            UUID[] recipients,
            String[] kinds,
            String[] channels,
            UUID[] targets,
            LocalDate day,
            Instant sendAt,
            Instant expiresAt,
            Instant now);

    /** Each once, however often it is planned. */
    @SQL("""
            insert into telling (
                organisation_id, id, recipient_id, kind, category, letter_id, about_day, matter, send_at, expires_at, heeds_quiet_hours,
                state, created_at)
            select :organisationId, uuidv7(), w.contact_id, 'DUNNING', 'DUNNING', w.letter_id, w.day, cast(w.letter_id as text), :sendAt,
                :expiresAt, true, 'PLANNED', :now
            from unnest(:contacts, :letters, :days) as w(contact_id, letter_id, day)
            on conflict do nothing""")
    int planLetters(
            UUID organisationId,
            UUID[] contacts,
            UUID[] letters,
            LocalDate[] days,
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

    /** @return the letters among them */
    @SQL("""
            with expired as (
                update telling set state = 'EXPIRED'
                where organisation_id = :organisationId and state = 'PLANNED' and send_at <= :now and expires_at <= :now
                returning letter_id)
            select letter_id from expired where letter_id is not null""")
    List<UUID> expire(UUID organisationId, Instant now);
}
