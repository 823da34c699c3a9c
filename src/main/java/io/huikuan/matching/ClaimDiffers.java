package io.huikuan.matching;

import io.huikuan.platform.Problem;
import io.huikuan.rules.Money;
import java.util.List;

/** A part is not what was claimed: another amount, or another currency. */
final class ClaimDiffers extends Problem {
    private final transient Fault fault;

    ClaimDiffers(int index, Money claimed) {
        super(Kind.UNPROCESSABLE);
        fault = new Fault("/parts/" + index + "/amount", "claim-differs", List.of(claimed));
    }

    @Override
    protected List<Fault> faults() {
        return List.of(fault);
    }
}
