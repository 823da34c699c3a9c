package io.huikuan.handover;

import io.huikuan.platform.Problem;

/** Who is to hand over owns no customer. */
public final class NothingToHandOver extends Problem {
    NothingToHandOver() {
        super(Kind.UNPROCESSABLE);
    }
}
