package io.huikuan.matching;

import io.huikuan.platform.Problem;
import java.util.List;

/** The customer has a payment of this reference already, on this account or nobody said on which: recorded by hand, or claimed. */
final class LineBookedBefore extends Problem {
    LineBookedBefore() {
        super(Kind.CONFLICT);
    }

    @Override
    protected List<Fault> faults() {
        return List.of(new Fault("/customerId", "reference-used", List.of()));
    }
}
