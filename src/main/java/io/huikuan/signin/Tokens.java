package io.huikuan.signin;

import io.huikuan.account.UserView;
import io.huikuan.session.RefreshSecret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a phone holds while it is signed in.
 *
 * @param expiresIn seconds until the access token is no longer accepted
 */
@Schema(name = "Tokens")
public record Tokens(
        @Schema(required = true, example = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIwMTk5In0.c2ln")
        String accessToken,

        @Schema(required = true, example = "AZnQovO4fB6aVC9rHA1OegmvU3w7cR")
        String refreshToken,

        @Schema(required = true, example = "900") long expiresIn,
        @Schema(required = true, example = "Bearer") String tokenType,
        @Schema(required = true) UserView user) {
    static Tokens bearer(String accessToken, RefreshSecret refresh, long expiresIn, UserView user) {
        return new Tokens(accessToken, refresh.text(), expiresIn, "Bearer", user);
    }

    /** Never in a log. */
    @Override
    public String toString() {
        return "Tokens[of " + user.id() + "]";
    }
}
