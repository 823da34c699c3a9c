package io.huikuan.platform;

/** The body is larger than any request of this API needs to be. */
public final class TooLarge extends Problem {
    TooLarge() {
        super(Kind.TOO_LARGE);
    }
}
