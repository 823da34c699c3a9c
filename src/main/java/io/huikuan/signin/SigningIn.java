package io.huikuan.signin;

import io.huikuan.account.PasswordKeeping;
import io.huikuan.account.UserDirectory;
import io.huikuan.account.UserView;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.session.RefreshSecret;
import io.huikuan.session.SessionEnded;
import io.huikuan.session.SessionKeeping;
import io.huikuan.token.AccessTokens;
import io.huikuan.token.TokenBearer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens a session for a name and password, and carries it on with refresh tokens. */
@ApplicationScoped
public class SigningIn {
    private final PasswordKeeping passwords;
    private final UserDirectory directory;
    private final SessionKeeping sessions;
    private final AccessTokens accessTokens;
    private final OrganisationScope scope;

    SigningIn(
            PasswordKeeping passwords,
            UserDirectory directory,
            SessionKeeping sessions,
            AccessTokens accessTokens,
            OrganisationScope scope) {
        this.passwords = passwords;
        this.directory = directory;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.scope = scope;
    }

    /**
     * @param organisationId empty when no organisation has the code that was given
     * @throws CredentialsWrong whatever of it is wrong
     */
    @Transactional
    public Tokens signIn(
            Optional<UUID> organisationId, String username, String password, @Nullable String device, Instant now) {
        if (organisationId.isEmpty()) {
            passwords.authenticateNobody(password);
            throw new CredentialsWrong();
        }
        var organisation = organisationId.get();
        return scope.within(organisation, () -> {
            var user = passwords.authenticate(username, password).orElseThrow(CredentialsWrong::new);
            var opened = sessions.open(organisation, user.id(), device, now);
            return tokens(organisation, user, opened, now);
        });
    }

    /** @throws SessionEnded when the token is no longer good for a successor */
    @Transactional(dontRollbackOn = SessionEnded.class)
    public Tokens refresh(String refreshToken, Instant now) {
        var shown = RefreshSecret.parse(refreshToken).orElseThrow(SessionEnded::new);
        return scope.within(shown.organisationId(), () -> {
            var rotated = sessions.rotate(shown, now);
            var user = directory.byId(rotated.userId()).filter(UserView::active).orElseThrow(SessionEnded::new);
            return tokens(shown.organisationId(), user, rotated, now);
        });
    }

    private Tokens tokens(UUID organisationId, UserView user, SessionKeeping.Opened opened, Instant now) {
        var bearer = new TokenBearer(organisationId, user.id(), opened.sessionId());
        var access = accessTokens.issue(bearer, user.roles(), now);
        return Tokens.bearer(access, opened.refresh(), accessTokens.lifetimeSeconds(), user);
    }
}
