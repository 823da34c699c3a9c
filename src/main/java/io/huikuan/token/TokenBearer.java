package io.huikuan.token;

import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whom an access token names: who, of which organisation, in which session. */
public record TokenBearer(UUID organisationId, UUID userId, UUID sessionId) {
    static final String ORGANISATION = "org";
    static final String SESSION = "sid";

    /** @param token as this room issues and reads them */
    public static TokenBearer of(JsonWebToken token) {
        return new TokenBearer(
                UUID.fromString(token.getClaim(ORGANISATION)),
                UUID.fromString(token.getSubject()),
                UUID.fromString(token.getClaim(SESSION)));
    }
}
