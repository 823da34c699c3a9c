package io.huikuan.matching;

import io.huikuan.platform.Problem;
import java.util.List;

/** The customer has a payment of this bank reference already: recorded by hand, or claimed. */
final class LineBookedBefore extends Problem {
    LineBookedBefore() {
        super(Kind.CONFLICT);
    }

    @Override
    protected List<Fault> faults() {
        return List.of(new Fault("/customerId", "reference-used", List.of()));
    }
}
