package io.huikuan.matching;

import io.huikuan.platform.Problem;
import java.util.List;

/** A part is in another currency than the line. */
final class PartInOtherCurrency extends Problem {
    private final transient Fault fault;

    PartInOtherCurrency(int index, String currency) {
        super(Kind.UNPROCESSABLE);
        fault = new Fault("/parts/" + index + "/amount/currency", "currency-differs", List.of(currency));
    }

    @Override
    protected List<Fault> faults() {
        return List.of(fault);
    }
}
