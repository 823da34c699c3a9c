package io.huikuan.session;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.token.TokenBearer;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Turns an access token into a viewer: asks the database, once a request, whether the session still lives, which roles its
 * user has now, and whom they may see.
 */
@ApplicationScoped
class ViewerResolving implements SecurityIdentityAugmentor {
    static final String MUST_CHANGE_PASSWORD = "must-change-password";
    static final String SESSION_ID = "session-id";

    private final SessionLookup sessions;
    private final Clock clock;

    ViewerResolving(SessionLookup sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        return context.runBlocking(() -> resolve(token, clock.instant()));
    }

    private SecurityIdentity resolve(JsonWebToken token, Instant now) {
        var bearer = TokenBearer.of(token);
        var found = sessions.find(bearer.organisationId(), bearer.sessionId(), bearer.userId(), now)
                .orElseThrow(() -> new AuthenticationFailedException("the session has ended"));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addRoles(found.viewer().roles().stream().map(Enum::name).collect(Collectors.toSet()))
                .addAttribute(CurrentViewer.ATTRIBUTE, found.viewer())
                .addAttribute(MUST_CHANGE_PASSWORD, found.mustChangePassword())
                .addAttribute(SESSION_ID, bearer.sessionId())
                .build();
    }
}
