package io.huikuan.allocation;

import io.huikuan.platform.Problem;
import io.huikuan.rules.Money;
import java.util.List;

/** The shares together are more than what is left of the payment. */
final class SharesExceedPayment extends Problem {
    private final transient Fault fault;

    SharesExceedPayment(int index, Money left) {
        super(Kind.UNPROCESSABLE);
        fault = new Fault("/allocations/" + index + "/amount", "exceeds-payment", List.of(left));
    }

    @Override
    protected List<Fault> faults() {
        return List.of(fault);
    }
}
