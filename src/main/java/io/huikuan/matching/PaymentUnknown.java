package io.huikuan.matching;

import io.huikuan.platform.Problem;
import java.util.List;

/** A part names a payment that is not there. */
final class PaymentUnknown extends Problem {
    PaymentUnknown() {
        super(Kind.UNPROCESSABLE);
    }

    @Override
    protected List<Fault> faults() {
        return List.of(new Fault("/paymentId", "payment-unknown", List.of()));
    }
}
