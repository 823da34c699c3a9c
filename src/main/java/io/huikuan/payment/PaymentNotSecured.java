package io.huikuan.payment;

import io.huikuan.platform.Problem;

/** Only a cheque or draft that finance holds can clear or bounce, and only once. */
final class PaymentNotSecured extends Problem {
    PaymentNotSecured() {
        super(Kind.CONFLICT);
    }
}
