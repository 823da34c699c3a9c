package io.huikuan.discount;

import static java.util.Objects.requireNonNull;

import io.huikuan.rules.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An offer that somebody makes.
 *
 * @param percent of what is open when it is made; null where {@code amount} says how much
 */
record NewDiscountOffer(
        @Nullable BigDecimal percent, @Nullable Money amount, LocalDate validThrough, String reason) {

    /** Rounded once, half up, and fixed from then on: what is paid in between makes it neither more nor less. */
    Money of(Money open) {
        if (percent == null) {
            return requireNonNull(amount);
        }
        var part = open.amount().multiply(percent).movePointLeft(2);
        return Money.of(part.setScale(open.amount().scale(), RoundingMode.HALF_UP), open.currency());
    }
}
