package io.huikuan.matching;

import io.huikuan.platform.Problem;
import java.util.List;

/** A part says how to allocate a payment that is in the books already, and allocated as it is. */
final class NothingToAllocate extends Problem {
    private final transient Fault fault;

    /** @param field of the part that says so */
    NothingToAllocate(String field) {
        super(Kind.UNPROCESSABLE);
        fault = new Fault("/" + field, "allocated-already", List.of());
    }

    @Override
    protected List<Fault> faults() {
        return List.of(fault);
    }
}
