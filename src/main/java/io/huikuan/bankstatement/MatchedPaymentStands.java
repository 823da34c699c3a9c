package io.huikuan.bankstatement;

import io.huikuan.platform.Problem;

/** A payment that the match recorded, confirmed or cleared still counts: it has to be reversed first. */
final class MatchedPaymentStands extends Problem {
    MatchedPaymentStands() {
        super(Kind.CONFLICT);
    }
}
