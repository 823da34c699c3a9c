package io.huikuan.allocation;

import io.huikuan.platform.Problem;
import java.util.List;

/** A share, its receivable and the payment are not in one currency. */
final class ShareInOtherCurrency extends Problem {
    private final transient Fault fault;

    ShareInOtherCurrency(int index, String currency) {
        super(Kind.UNPROCESSABLE);
        fault = new Fault("/allocations/" + index + "/amount/currency", "currency-differs", List.of(currency));
    }

    @Override
    protected List<Fault> faults() {
        return List.of(fault);
    }
}
