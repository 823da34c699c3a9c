package io.huikuan.payment;

import io.huikuan.platform.Problem;

/** Only money that has come in can be allocated or reversed. */
final class PaymentNotConfirmed extends Problem {
    PaymentNotConfirmed() {
        super(Kind.CONFLICT);
    }
}
