package io.huikuan.adjustment;

import io.huikuan.platform.Problem;

/** Only what counts can be allocated or reversed. */
final class AdjustmentNotApproved extends Problem {
    AdjustmentNotApproved() {
        super(Kind.CONFLICT);
    }
}
