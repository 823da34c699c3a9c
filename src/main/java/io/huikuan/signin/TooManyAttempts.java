package io.huikuan.signin;

import io.huikuan.platform.Problem;
import java.util.Map;

/** Too many wrong passwords for this account, or from this address. Headers as in draft-ietf-httpapi-ratelimit-headers-10. */
public final class TooManyAttempts extends Problem {
    private final transient GuessSlowdown.Allowance allowance;
    private final long seconds;

    TooManyAttempts(GuessSlowdown.Allowance allowance, long seconds) {
        super(Kind.TOO_MANY, seconds);
        this.allowance = allowance;
        this.seconds = seconds;
    }

    @Override
    protected Map<String, String> headers() {
        return Map.of(
                "Retry-After",
                String.valueOf(seconds),
                "RateLimit",
                "\"%s\";r=0;t=%d".formatted(allowance.name(), seconds),
                "RateLimit-Policy",
                "\"%s\";q=%d;w=%d"
                        .formatted(
                                allowance.name(),
                                allowance.burst(),
                                allowance.window().toSeconds()));
    }
}
