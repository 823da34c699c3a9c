package io.huikuan.dispute;

import io.huikuan.platform.Problem;

/** The dispute has ended already. */
public final class DisputeNotOpen extends Problem {
    DisputeNotOpen() {
        super(Kind.CONFLICT);
    }
}
