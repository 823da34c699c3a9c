package io.huikuan.discount;

import io.huikuan.platform.Problem;
import io.huikuan.rules.Money;
import java.util.List;

/** Nothing would be left to pay, or nothing is open any more. */
final class DiscountNotBelowOpenAmount extends Problem {
    private final transient Fault fault;

    DiscountNotBelowOpenAmount(String pointer, Money open) {
        super(Kind.UNPROCESSABLE, open);
        fault = new Fault(pointer, "must-be-less-than", List.of(open));
    }

    @Override
    protected List<Fault> faults() {
        return List.of(fault);
    }
}
