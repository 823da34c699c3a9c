package io.huikuan.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Numbers that say how well money comes in. */
public final class CollectionMetrics {

    private static final int RATE_DECIMALS = 4;

    private CollectionMetrics() {}

    /**
     * The collected part of what was to be collected, both in one currency, as a fraction with 4 decimals rounded half up: 0.8657 is
     * 86.57 %. Empty where nothing was to be collected, since that is neither a good rate nor a bad one.
     */
    public static Optional<BigDecimal> collectionRate(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(part.divide(whole, RATE_DECIMALS, RoundingMode.HALF_UP));
    }
}
