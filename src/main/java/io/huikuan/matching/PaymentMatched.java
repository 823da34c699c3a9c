package io.huikuan.matching;

import io.huikuan.platform.Problem;
import java.util.List;

/** A part names a payment that is another line already. */
final class PaymentMatched extends Problem {
    PaymentMatched() {
        super(Kind.CONFLICT);
    }

    @Override
    protected List<Fault> faults() {
        return List.of(new Fault("/paymentId", "payment-matched", List.of()));
    }
}
