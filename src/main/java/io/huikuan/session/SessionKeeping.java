package io.huikuan.session;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.Ids;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps sessions: opens, carries on, ends. */
@ApplicationScoped
public class SessionKeeping {
    /** A session with the refresh token that is good now. */
    public record Opened(UUID sessionId, UUID userId, RefreshSecret refresh) {}

    private final Sessions sessions;
    private final RefreshTokens refreshTokens;
    private final SessionConfig config;
    private final AuditTrail audit;

    SessionKeeping(Sessions sessions, RefreshTokens refreshTokens, SessionConfig config, AuditTrail audit) {
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.config = config;
        this.audit = audit;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public Opened open(UUID organisationId, UUID userId, @Nullable String device, Instant now) {
        var session = new Session(
                Ids.next(), userId, device, RefreshSecret.random(), now, now.plus(config.sessionLifetime()));
        sessions.persistAndFlush(session);
        var refresh = RefreshSecret.first(organisationId);
        store(refresh, session, now);
        audit.record(organisationId, userId, "session.opened", "session", session.id, Map.of(), now);
        return new Opened(session.id, userId, refresh);
    }

    /** The successor of a refresh token; the same again within the replay window. */
    @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = SessionEnded.class)
    public Opened rotate(RefreshSecret shown, Instant now) {
        var token = refreshTokens
                .findByIdOptional(shown.hash(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(SessionEnded::new);
        // Locked: what somebody is ending at this moment must not be carried on.
        var session = sessions.findByIdOptional(token.sessionId, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(SessionEnded::new);
        if (!session.isLive(now) || now.isAfter(token.expiresAt)) {
            throw new SessionEnded();
        }
        var next = shown.next(session.rotationSecret);
        if (token.isUnused()) {
            token.use(now);
            session.use(now);
            store(next, session, now);
            return new Opened(session.id, session.userId, next);
        }
        // Shown again. Its answer may have been lost, but only as long as nobody has gone on from there.
        var goneOn = refreshTokens
                .findByIdOptional(next.hash())
                .map(successor -> !successor.isUnused())
                .orElse(true);
        if (token.wasUsedWithin(config.replayWindow(), now) && !goneOn) {
            return new Opened(session.id, session.userId, next);
        }
        session.revoke("refresh token reused", now);
        audit.record(
                shown.organisationId(), session.userId, "session.reuse-detected", "session", session.id, Map.of(), now);
        throw new SessionEnded();
    }

    /** @throws NotFound when it is not a live session of the viewer */
    @Transactional
    public void end(Viewer viewer, UUID sessionId, Instant now) {
        var session = sessions.findByIdOptional(sessionId)
                .filter(found -> found.userId.equals(viewer.userId()) && found.isLive(now))
                .orElseThrow(NotFound::new);
        end(viewer.organisationId(), session, "ended by its user", now);
    }

    /** Within the caller's transaction. */
    void end(UUID organisationId, Session session, String because, Instant now) {
        session.revoke(because, now);
        audit.record(
                organisationId,
                session.userId,
                "session.ended",
                "session",
                session.id,
                Map.of("because", because),
                now);
    }

    private void store(RefreshSecret refresh, Session session, Instant now) {
        var idle = now.plus(config.refreshIdleLifetime());
        var expiresAt = idle.isBefore(session.expiresAt) ? idle : session.expiresAt;
        refreshTokens.persistAndFlush(new RefreshToken(refresh.hash(), session.id, now, expiresAt));
    }
}
