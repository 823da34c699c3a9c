package io.huikuan.session;

import io.huikuan.platform.Role;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** Issues access tokens: JWTs that say who, of which organisation, in which session. */
@ApplicationScoped
class AccessTokens {
    static final String AUDIENCE = "huikuan-api";
    static final String ORGANISATION = "org";
    static final String SESSION = "sid";

    private final TokenKeys keys;
    private final TokenConfig config;

    AccessTokens(TokenKeys keys, TokenConfig config) {
        this.keys = keys;
        this.config = config;
    }

    String issue(UUID organisationId, UUID userId, UUID sessionId, Collection<Role> roles, Instant now) {
        return Jwt.issuer(config.issuer())
                .audience(AUDIENCE)
                .subject(userId.toString())
                .upn(userId.toString())
                .groups(roles.stream().map(Enum::name).collect(Collectors.toSet()))
                .claim(ORGANISATION, organisationId.toString())
                .claim(SESSION, sessionId.toString())
                .issuedAt(now)
                .expiresAt(now.plus(config.accessLifetime()))
                .jws()
                .algorithm(SignatureAlgorithm.RS256)
                .keyId(keys.signingKeyId())
                .sign(keys.signing());
    }

    long lifetimeSeconds() {
        return config.accessLifetime().toSeconds();
    }
}
