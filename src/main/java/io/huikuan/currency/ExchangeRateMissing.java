package io.huikuan.currency;

import io.huikuan.platform.Problem;
import java.time.LocalDate;

/** An amount can't be converted: no rate was recorded that is of the day or of an earlier one. */
public final class ExchangeRateMissing extends Problem {
    ExchangeRateMissing(String from, String to, LocalDate asOf) {
        super(Kind.INVALID, from, to, asOf);
    }
}
