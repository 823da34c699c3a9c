package io.huikuan.substitution;

import io.huikuan.platform.Problem;
import java.time.LocalDate;

/** Who is to stand in is away at that time: nobody would be there. */
public final class SubstituteAway extends Problem {
    SubstituteAway(LocalDate from, LocalDate to) {
        super(Kind.UNPROCESSABLE, from, to);
    }
}
