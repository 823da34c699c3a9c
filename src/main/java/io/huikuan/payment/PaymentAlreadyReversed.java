package io.huikuan.payment;

import io.huikuan.platform.Problem;

/** What was reversed once can't be reversed again. */
final class PaymentAlreadyReversed extends Problem {
    PaymentAlreadyReversed() {
        super(Kind.CONFLICT);
    }
}
