package io.huikuan.signin;

import io.huikuan.platform.Problem;
import java.util.Map;

/** Too many wrong passwords for this account, or from this address. */
public final class TooManyAttempts extends Problem {
    private final long seconds;

    TooManyAttempts(long seconds) {
        super(Kind.TOO_MANY, seconds);
        this.seconds = seconds;
    }

    @Override
    protected Map<String, String> headers() {
        return Map.of("Retry-After", String.valueOf(seconds));
    }
}
