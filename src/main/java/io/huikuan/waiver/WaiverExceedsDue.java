package io.huikuan.waiver;

import io.huikuan.platform.Problem;
import io.huikuan.rules.Money;
import java.util.List;

/** More would be waived than is due, or nothing is. */
final class WaiverExceedsDue extends Problem {
    private final transient Fault fault;

    WaiverExceedsDue(Money due) {
        super(Kind.UNPROCESSABLE, due);
        fault = new Fault("/amount", "exceeds-due", List.of(due));
    }

    @Override
    protected List<Fault> faults() {
        return List.of(fault);
    }
}
