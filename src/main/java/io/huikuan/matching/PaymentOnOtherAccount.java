package io.huikuan.matching;

import io.huikuan.platform.Problem;
import java.util.List;

/** The payment was told to have come on another account than the line's. */
final class PaymentOnOtherAccount extends Problem {
    private final transient String account;

    PaymentOnOtherAccount(String account) {
        super(Kind.UNPROCESSABLE);
        this.account = account;
    }

    @Override
    protected List<Fault> faults() {
        return List.of(new Fault("/paymentId", "payment-on-other-account", List.of(account)));
    }
}
