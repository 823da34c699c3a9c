package io.huikuan.platform;

/** The same idempotency key came with a different body. */
public final class IdempotencyKeyReused extends Problem {
    IdempotencyKeyReused() {
        super(Kind.UNPROCESSABLE);
    }
}
