package io.huikuan.hold;

import io.huikuan.platform.Problem;

/** The pause has ended already, by itself or by somebody's word. */
public final class PauseOver extends Problem {
    PauseOver() {
        super(Kind.CONFLICT);
    }
}
