package io.huikuan.platform;

/** Not there, or not yours: the same answer, so that nobody can probe. */
public final class NotFound extends Problem {
    public NotFound() {
        super(Kind.NOT_FOUND);
    }
}
