package io.huikuan.matching;

import io.huikuan.platform.Problem;
import io.huikuan.rules.Money;
import java.util.List;

/** A part is not what the payment is: another amount, or another currency. */
final class PaymentDiffers extends Problem {
    private final transient Money payment;

    PaymentDiffers(Money payment) {
        super(Kind.UNPROCESSABLE);
        this.payment = payment;
    }

    @Override
    protected List<Fault> faults() {
        return List.of(new Fault("/amount", "payment-differs", List.of(payment)));
    }
}
