package io.huikuan.session;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How long a sign-in lasts. */
@ConfigMapping(prefix = "huikuan.token")
interface SessionConfig {
    /** How long a refresh token waits for its use: a phone left in a drawer for longer signs in again. */
    Duration refreshIdleLifetime();

    /** How long a session lasts at most, however often it is refreshed. */
    Duration sessionLifetime();

    /**
     * How long after its use a refresh token still answers with the same successor. Too short, and a phone that lost an
     * answer in a lift is signed out; too long, and a stolen token stays useful.
     */
    Duration replayWindow();
}
