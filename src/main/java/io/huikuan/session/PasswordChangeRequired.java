package io.huikuan.session;

import io.huikuan.platform.Problem;

/** The password was set by somebody else: choose your own first. */
public final class PasswordChangeRequired extends Problem {
    PasswordChangeRequired() {
        super(Kind.FORBIDDEN);
    }
}
