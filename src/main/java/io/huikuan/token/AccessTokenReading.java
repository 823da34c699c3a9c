package io.huikuan.token;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/** Reads access tokens with the keys of {@link TokenKeys}: one algorithm, our issuer, our audience, a known key id. */
@Alternative
@Priority(1)
@ApplicationScoped
class AccessTokenReading extends JWTCallerPrincipalFactory {
    private final JwtConsumer consumer;

    AccessTokenReading(TokenKeys keys, TokenConfig config) {
        consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setVerificationKeyResolver((signature, _) -> {
                    var key = keys.verifying().get(keyId(signature));
                    if (key == null) {
                        throw new UnresolvableKeyException("unknown key id");
                    }
                    return key;
                })
                .setExpectedIssuer(config.issuer())
                .setExpectedAudience(AccessTokens.AUDIENCE)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(5)
                .build();
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
        try {
            return new DefaultJWTCallerPrincipal(token, "Bearer", consumer.processToClaims(token));
        } catch (InvalidJwtException invalid) {
            throw new ParseException("the access token is not valid", invalid);
        }
    }

    private static String keyId(JsonWebSignature signature) {
        return String.valueOf(signature.getKeyIdHeaderValue());
    }
}
