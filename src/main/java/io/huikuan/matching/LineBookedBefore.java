package io.huikuan.matching;

import io.huikuan.platform.Problem;
import java.util.List;

/** The customer has a payment of this bank reference already: recorded by hand, or claimed. */
final class LineBookedBefore extends Problem {
    private final transient Fault fault;

    LineBookedBefore(int index) {
        super(Kind.CONFLICT);
        fault = new Fault("/parts/" + index + "/customerId", "reference-used", List.of());
    }

    @Override
    protected List<Fault> faults() {
        return List.of(fault);
    }
}
