package io.huikuan.token;

import io.huikuan.platform.Role;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;

/** Issues access tokens: JWTs that name their bearer. */
@ApplicationScoped
public class AccessTokens {
    static final String AUDIENCE = "huikuan-api";

    private final TokenKeys keys;
    private final TokenConfig config;

    AccessTokens(TokenKeys keys, TokenConfig config) {
        this.keys = keys;
        this.config = config;
    }

    /** @param roles of the bearer, for others who read the token; here they are looked up at each request */
    public String issue(TokenBearer bearer, Collection<Role> roles, Instant now) {
        return Jwt.issuer(config.issuer())
                .audience(AUDIENCE)
                .subject(bearer.userId().toString())
                .upn(bearer.userId().toString())
                .groups(roles.stream().map(Enum::name).collect(Collectors.toSet()))
                .claim(TokenBearer.ORGANISATION, bearer.organisationId().toString())
                .claim(TokenBearer.SESSION, bearer.sessionId().toString())
                .issuedAt(now)
                .expiresAt(now.plus(config.accessLifetime()))
                .jws()
                .algorithm(SignatureAlgorithm.RS256)
                .keyId(keys.signingKeyId())
                .sign(keys.signing());
    }

    /** Until an access token is no longer accepted. */
    public long lifetimeSeconds() {
        return config.accessLifetime().toSeconds();
    }
}
