package io.huikuan.adjustment;

import io.huikuan.platform.Problem;

/** What was decided once is not decided again. */
final class AdjustmentNotProposed extends Problem {
    AdjustmentNotProposed() {
        super(Kind.CONFLICT);
    }
}
