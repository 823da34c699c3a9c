package io.huikuan.matching;

import io.huikuan.platform.Problem;
import java.util.List;

/** A part names a payment that never came, or is gone again: no line is that. */
final class PaymentGone extends Problem {
    PaymentGone() {
        super(Kind.CONFLICT);
    }

    @Override
    protected List<Fault> faults() {
        return List.of(new Fault("/paymentId", "payment-gone", List.of()));
    }
}
