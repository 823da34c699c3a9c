package io.huikuan.receivable;

import io.huikuan.rules.HeldAmount;
import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a receivable nobody is asked for today.
 *
 * @param until the last day of the hold that ends first; null where none stands or only a decision ends it
 */
record OnHold(Money amount, @Nullable LocalDate until) {
    /** @param held null where nothing is */
    static OnHold of(Money open, BookQueries.@Nullable Held held) {
        if (held == null || !open.isPositive()) {
            return new OnHold(Money.zero(open.currency()), null);
        }
        return new OnHold(HeldAmount.of(open, List.of(Money.of(held.amount(), open.currency()))), held.until());
    }
}
