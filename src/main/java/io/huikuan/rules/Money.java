package io.huikuan.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * An exact amount in one currency. The amount always carries the currency's own number of decimals (CNY 2, JPY 0, KWD 3), so that
 * 1.5 and 1.50 are the same money; nothing is ever rounded. Holds what a {@code numeric(19,4)} column holds.
 *
 * @param amount up to 15 digits before the point, positive, zero or negative
 * @param currency ISO 4217 code in upper case
 */
public record Money(BigDecimal amount, String currency) {

    private static final int MOST_INTEGER_DIGITS = 15;
    private static final int MOST_DECIMALS = 4;

    /** Wider than any amount that can be held, short enough that a hostile text costs nothing. */
    private static final int LONGEST_TEXT = 40;

    private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /**
     * @throws UnknownCurrency if ISO 4217 has no such code, or it counts no units of money (gold, test codes)
     * @throws UnrepresentableAmount if the amount has more decimals than the currency
     * @throws AmountOutOfBounds if it has more than 15 digits before the point; so do {@link #plus} and {@link #minus}
     */
    public Money {
        amount = inUnitsOf(currency, amount);
    }

    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount, currency);
    }

    /**
     * Reads a plain decimal: digits, optionally a leading minus, optionally a point followed by digits. No exponent, no grouping.
     *
     * @throws UnrepresentableAmount also if the text is not a plain decimal
     */
    public static Money of(String amount, String currency) {
        if (amount.length() > LONGEST_TEXT || !PLAIN_DECIMAL.matcher(amount).matches()) {
            throw UnrepresentableAmount.notAPlainDecimal(amount, currency);
        }
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * The sum, exactly.
     *
     * @throws CurrencyMismatch if the other amount is in another currency
     */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    /**
     * The difference, exactly; it may be negative.
     *
     * @throws CurrencyMismatch if the other amount is in another currency
     */
    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.subtract(other.amount), currency);
    }

    public Money negate() {
        return new Money(amount.negate(), currency);
    }

    /**
     * The lesser of the two.
     *
     * @throws CurrencyMismatch if the other amount is in another currency
     */
    public Money min(Money other) {
        requireSameCurrency(other);
        return new Money(amount.min(other.amount), currency);
    }

    /**
     * Negative, zero or positive as this amount is less than, equal to or greater than the other. Not {@link Comparable}: amounts of
     * different currencies have no order, so a mixed list can't be sorted by accident.
     *
     * @throws CurrencyMismatch if the other amount is in another currency
     */
    @SuppressWarnings("MissingImplementsComparable")
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return amount.compareTo(other.amount);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** For example {@code CNY 1234.50}. */
    @Override
    public String toString() {
        return currency + " " + amount.toPlainString();
    }

    void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new CurrencyMismatch(currency, other.currency);
        }
    }

    private static BigDecimal inUnitsOf(String currency, BigDecimal amount) {
        int decimals = decimalsOf(currency);
        var stripped = amount.stripTrailingZeros();
        // Both limits are checked before scaling: 1E+999999999 would otherwise fill the memory.
        if (stripped.precision() - stripped.scale() > MOST_INTEGER_DIGITS) {
            throw new AmountOutOfBounds(currency, MOST_INTEGER_DIGITS);
        }
        if (stripped.scale() > decimals) {
            throw UnrepresentableAmount.tooManyDecimals(currency, decimals);
        }
        return stripped.setScale(decimals, RoundingMode.UNNECESSARY);
    }

    private static int decimalsOf(String currency) {
        int decimals;
        try {
            decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        } catch (IllegalArgumentException e) {
            throw new UnknownCurrency(currency, e);
        }
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new UnknownCurrency(currency, null);
        }
        return decimals;
    }
}
