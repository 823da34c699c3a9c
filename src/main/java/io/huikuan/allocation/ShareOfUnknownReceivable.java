package io.huikuan.allocation;

import io.huikuan.platform.Problem;
import java.util.List;

/** A share names a receivable that this customer does not have. */
final class ShareOfUnknownReceivable extends Problem {
    private final transient Fault fault;

    ShareOfUnknownReceivable(int index) {
        super(Kind.UNPROCESSABLE);
        fault = new Fault("/allocations/" + index + "/receivableId", "receivable-unknown", List.of());
    }

    @Override
    protected List<Fault> faults() {
        return List.of(fault);
    }
}
