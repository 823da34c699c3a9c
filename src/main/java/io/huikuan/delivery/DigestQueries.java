package io.huikuan.delivery;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;

interface DigestQueries {
    EntityManager entityManager();

    /** In the order of the recipients, so that two runs side by side never wait for each other in a ring. */
    @SQL("""
            insert into digest (organisation_id, id, recipient_id, business_date, send_at, expires_at, heeds_quiet_hours, state, created_at)
            select :organisationId, w.id, w.recipient_id, :businessDate, w.send_at, w.expires_at, :heedsQuietHours, 'PLANNED', :now
            from unnest(:ids, :recipients, :sendAt, :expiresAt) as w(id, recipient_id, send_at, expires_at)
            order by w.recipient_id
            on conflict (organisation_id, recipient_id, business_date) do nothing""")
    int plan(
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
                select 1 from digest d
                where d.organisation_id = :organisationId and d.business_date = :businessDate
                  and d.recipient_id = any(:recipients) and d.state = 'PLANNED' and d.send_at <= :now
                order by d.recipient_id for share) held""")
    long hold(UUID organisationId, UUID[] recipients, LocalDate businessDate, Instant now);

    /** Plans again what was found empty or ran out before, and brings forward what was planned for later. Sent is sent. */
    @SQL("""
            update digest d
            set state = 'PLANNED', send_at = again.send_at, expires_at = again.expires_at, heeds_quiet_hours = :heedsQuietHours,
                created_at = :now
            from (
                select p.id, w.send_at, w.expires_at from digest p
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
}
