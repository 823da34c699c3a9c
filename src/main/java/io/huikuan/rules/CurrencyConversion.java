package io.huikuan.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Map;

/**
 * Says what amounts are worth in another currency. Each amount is converted and rounded by itself, half up to the decimals of the
 * currency that it comes to, and only then added up: so a total is the sum of the converted amounts that stand beside it.
 */
public final class CurrencyConversion {
    private CurrencyConversion() {}

    /**
     * @param rate units of {@code to} that one unit of the amount's currency is worth
     * @throws IllegalArgumentException unless the rate is positive
     */
    public static Money converted(Money amount, String to, BigDecimal rate) {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("a rate of " + rate);
        }
        int decimals = Money.zero(to).amount().scale();
        return new Money(amount.amount().multiply(rate).setScale(decimals, RoundingMode.HALF_UP), to);
    }

    /**
     * The sum; what is in {@code to} already counts as it is.
     *
     * @param rates by the currency converted from
     * @throws IllegalArgumentException where a rate is missing
     */
    public static Money total(Collection<Money> amounts, String to, Map<String, BigDecimal> rates) {
        var total = Money.zero(to);
        for (var amount : amounts) {
            total = total.plus(amount.currency().equals(to) ? amount : converted(amount, to, rate(rates, amount)));
        }
        return total;
    }

    private static BigDecimal rate(Map<String, BigDecimal> rates, Money amount) {
        var rate = rates.get(amount.currency());
        if (rate == null) {
            throw new IllegalArgumentException("no rate of " + amount.currency());
        }
        return rate;
    }
}
