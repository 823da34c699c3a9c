package io.huikuan.platform;

/** Your role may not do this. */
public final class RoleMissing extends Problem {
    public RoleMissing() {
        super(Kind.FORBIDDEN);
    }
}
