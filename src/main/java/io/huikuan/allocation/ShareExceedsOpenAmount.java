package io.huikuan.allocation;

import io.huikuan.platform.Problem;
import io.huikuan.rules.Money;
import java.util.List;

/** A share is more than what is open on its receivable. */
final class ShareExceedsOpenAmount extends Problem {
    private final transient Fault fault;

    ShareExceedsOpenAmount(int index, Money open) {
        super(Kind.UNPROCESSABLE);
        fault = new Fault("/allocations/" + index + "/amount", "exceeds-open-amount", List.of(open));
    }

    @Override
    protected List<Fault> faults() {
        return List.of(fault);
    }
}
