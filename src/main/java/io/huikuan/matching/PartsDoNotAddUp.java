package io.huikuan.matching;

import io.huikuan.platform.Problem;
import io.huikuan.rules.Money;
import java.util.List;

/** The parts together are more or less than the line. */
final class PartsDoNotAddUp extends Problem {
    private final transient Fault fault;

    PartsDoNotAddUp(Money line, Money parts) {
        super(Kind.UNPROCESSABLE);
        fault = new Fault("/parts", "adds-up-to", List.of(parts, line));
    }

    @Override
    protected List<Fault> faults() {
        return List.of(fault);
    }
}
