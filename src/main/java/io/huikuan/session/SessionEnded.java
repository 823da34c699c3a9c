package io.huikuan.session;

import io.huikuan.platform.Problem;

/** The refresh token is unknown, expired, or was used before: sign in again. */
public final class SessionEnded extends Problem {
    public SessionEnded() {
        super(Kind.NOT_SIGNED_IN);
    }
}
