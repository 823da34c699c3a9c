package io.huikuan.adjustment;

import io.huikuan.platform.Problem;

/** Whoever asks for it does not decide on it. */
final class ApproverIsProposer extends Problem {
    ApproverIsProposer() {
        super(Kind.FORBIDDEN);
    }
}
