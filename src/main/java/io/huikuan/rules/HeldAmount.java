package io.huikuan.rules;

import java.util.Collection;

/** How much of a receivable is on hold where several holds stand on it. */
public final class HeldAmount {

    private HeldAmount() {}

    /**
     * All of them together, but never more than is open: money that is both promised and disputed is asked for neither once nor twice.
     *
     * @param open what is still to be paid
     * @param holds what each of them takes out of the demand; none of them negative
     * @throws CurrencyMismatch if one is in another currency
     */
    public static Money of(Money open, Collection<Money> holds) {
        return holds.stream().reduce(Money.zero(open.currency()), Money::plus).min(open);
    }
}
