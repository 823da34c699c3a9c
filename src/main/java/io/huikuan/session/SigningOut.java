package io.huikuan.session;

import io.huikuan.platform.OrganisationScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Ends a session by its refresh token, for access tokens have mostly expired when somebody thinks of signing out. */
@ApplicationScoped
public class SigningOut {
    private final SessionKeeping keeping;
    private final Sessions sessions;
    private final RefreshTokens refreshTokens;
    private final OrganisationScope scope;
    private final Event<SignedOut> signedOut;

    SigningOut(
            SessionKeeping keeping,
            Sessions sessions,
            RefreshTokens refreshTokens,
            OrganisationScope scope,
            Event<SignedOut> signedOut) {
        this.keeping = keeping;
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.scope = scope;
        this.signedOut = signedOut;
    }

    /** Unknown tokens are nobody's business. A session that has ended already still lets its phone go. */
    @Transactional
    public void signOut(String refreshToken, @Nullable String installationId, Instant now) {
        RefreshSecret.parse(refreshToken)
                .ifPresent(shown -> scope.within(shown.organisationId(), () -> {
                    refreshTokens
                            .findByIdOptional(shown.hash())
                            .flatMap(token -> sessions.findByIdOptional(token.sessionId))
                            .ifPresent(session -> {
                                keeping.end(shown.organisationId(), session, "signed out", now);
                                signedOut.fire(new SignedOut(
                                        shown.organisationId(), session.userId, session.id, installationId, now));
                            });
                    return null;
                }));
    }
}
