package io.huikuan.payment;

import io.huikuan.platform.Problem;

/** Only a claim can be confirmed or rejected, and only once. */
final class PaymentNotClaimed extends Problem {
    PaymentNotClaimed() {
        super(Kind.CONFLICT);
    }
}
