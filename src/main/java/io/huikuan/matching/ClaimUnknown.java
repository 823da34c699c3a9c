package io.huikuan.matching;

import io.huikuan.platform.Problem;
import java.util.List;

/** A part names a claim that is not there. */
final class ClaimUnknown extends Problem {
    private final transient Fault fault;

    ClaimUnknown(int index) {
        super(Kind.UNPROCESSABLE);
        fault = new Fault("/parts/" + index + "/paymentId", "claim-unknown", List.of());
    }

    @Override
    protected List<Fault> faults() {
        return List.of(fault);
    }
}
