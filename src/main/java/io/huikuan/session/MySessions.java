package io.huikuan.session;

import io.huikuan.account.AccessRevoked;
import io.huikuan.platform.Viewer;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A person's live sessions, as that person sees them. */
@ApplicationScoped
class MySessions {
    private final SessionQueries queries;
    private final SessionKeeping keeping;
    private final SecurityIdentity identity;

    MySessions(SessionQueries queries, SessionKeeping keeping, SecurityIdentity identity) {
        this.queries = queries;
        this.keeping = keeping;
        this.identity = identity;
    }

    List<MySessionResource.SessionView> list(Viewer viewer, Instant now) {
        UUID current = identity.getAttribute(ViewerResolving.SESSION_ID);
        return queries.live(viewer.userId(), now).stream()
                .map(session -> new MySessionResource.SessionView(
                        session.id,
                        session.device,
                        session.createdAt,
                        session.lastUsedAt,
                        session.expiresAt,
                        session.id.equals(current)))
                .toList();
    }

    /** Who changes the own password stays signed in here. */
    void endOthers(@Observes AccessRevoked revoked) {
        UUID current = identity.getAttribute(ViewerResolving.SESSION_ID);
        queries.live(revoked.userId(), revoked.now()).stream()
                .filter(session -> !session.id.equals(current))
                .forEach(session -> keeping.end(revoked.organisationId(), session, revoked.because(), revoked.now()));
    }

    void end(Viewer viewer, UUID sessionId, Instant now) {
        keeping.end(viewer, sessionId, now);
    }
}
