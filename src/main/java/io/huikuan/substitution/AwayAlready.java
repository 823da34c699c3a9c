package io.huikuan.substitution;

import io.huikuan.platform.Problem;
import java.time.LocalDate;

/** Somebody stands in for the absent person at that time already. */
public final class AwayAlready extends Problem {
    AwayAlready(LocalDate from, LocalDate to) {
        super(Kind.CONFLICT, from, to);
    }
}
