package io.huikuan.receivable;

import io.huikuan.rules.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A change of what is open on a receivable.
 *
 * @param settled how much less is open; negative where it opens again
 * @param lookOn the day from which on a reminder run looks at it again, where anything is open then
 */
public record Movement(UUID receivableId, Money settled, LocalDate lookOn) {
    /** True where nothing was open before, and something is after it. */
    boolean reopens(BigDecimal openAfter) {
        return openAfter.signum() > 0 && openAfter.add(settled.amount()).signum() == 0;
    }
}
