package io.huikuan.platform;

import java.util.Map;

/** A request with the same idempotency key is running right now. */
public final class IdempotencyKeyInUse extends Problem {
    IdempotencyKeyInUse() {
        super(Kind.CONFLICT);
    }

    @Override
    protected Map<String, String> headers() {
        return Map.of("Retry-After", "1");
    }
}
