package io.huikuan.closing;

import io.huikuan.platform.Problem;
import java.time.LocalDate;
import java.util.List;

/** An entry would count from a day on which the books are closed. */
public final class PeriodClosed extends Problem {
    private final transient Fault fault;

    PeriodClosed(String pointer, LocalDate day, LocalDate through) {
        super(Kind.UNPROCESSABLE, through);
        fault = new Fault(pointer, "period-closed", List.of(day));
    }

    @Override
    protected List<Fault> faults() {
        return List.of(fault);
    }
}
