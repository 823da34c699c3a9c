package io.huikuan.matching;

import io.huikuan.platform.Problem;
import java.util.List;

/** A part is in another currency than the line. */
final class PartInOtherCurrency extends Problem {
    private final transient String currency;

    /** @param currency of the line */
    PartInOtherCurrency(String currency) {
        super(Kind.UNPROCESSABLE);
        this.currency = currency;
    }

    @Override
    protected List<Fault> faults() {
        return List.of(new Fault("/amount/currency", "currency-differs", List.of(currency)));
    }
}
