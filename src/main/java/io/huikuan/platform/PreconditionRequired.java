package io.huikuan.platform;

/** A change needs {@code If-Match} with the ETag that it is based on. */
public final class PreconditionRequired extends Problem {
    public PreconditionRequired() {
        super(Kind.PRECONDITION_REQUIRED);
    }
}
