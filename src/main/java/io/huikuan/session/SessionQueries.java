package io.huikuan.session;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

interface SessionQueries {
    EntityManager entityManager();

    /**
     * Who a live session belongs to, as of now: rights taken away are gone with the next request.
     *
     * @param absent whom the user stands in for today
     */
    record SignedIn(String roles, boolean mustChangePassword, String timeZone, String absent) {}

    @SQL("""
            select array_to_string(u.roles, ',') as roles, u.must_change_password, o.time_zone,
                array_to_string(array(
                    select i.absent_id from stand_in i
                    where i.organisation_id = s.organisation_id and i.substitute_id = s.user_id
                      and cast(cast(:now as timestamptz) at time zone o.time_zone as date) between i.starts_on and i.ends_on), ',')
                    as absent
            from session s
            join app_user u on u.organisation_id = s.organisation_id and u.id = s.user_id and u.active
            join organisation o on o.id = s.organisation_id
            where s.organisation_id = :organisationId and s.id = :sessionId and s.user_id = :userId
              and s.revoked_at is null and s.expires_at > :now""")
    List<SignedIn> signedIn(UUID organisationId, UUID sessionId, UUID userId, Instant now);

    @HQL("from Session s where s.userId = :userId and s.revokedAt is null and s.expiresAt > :now order by s.id desc")
    List<Session> live(UUID userId, Instant now);

    /** Takes their refresh tokens along. */
    @SQL("delete from session where coalesce(revoked_at, expires_at) < :before")
    int deleteEndedBefore(Instant before);
}
