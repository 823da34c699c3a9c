package io.huikuan.substitution;

import io.huikuan.platform.Problem;
import java.time.LocalDate;

/** Who is to be away stands in for somebody else at that time, who needs another substitute first. */
public final class AbsentStandsIn extends Problem {
    AbsentStandsIn(String absentName, LocalDate from, LocalDate to) {
        super(Kind.UNPROCESSABLE, absentName, from, to);
    }
}
