package io.huikuan.adjustment;

import io.huikuan.platform.Problem;
import io.huikuan.rules.Money;
import java.util.List;

/** A line is more than what is open on its receivable, or has become so since it was asked for. */
final class AdjustmentExceedsOpenAmount extends Problem {
    private final transient Fault fault;

    /** @param index of the line */
    AdjustmentExceedsOpenAmount(int index, String number, Money open) {
        super(Kind.UNPROCESSABLE, number, open);
        fault = new Fault("/allocations/" + index + "/amount", "exceeds-open-amount", List.of(open));
    }

    @Override
    protected List<Fault> faults() {
        return List.of(fault);
    }
}
