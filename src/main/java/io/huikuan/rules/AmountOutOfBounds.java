package io.huikuan.rules;

/** What amounts come to has more digits before the point than {@link Money} holds. */
public final class AmountOutOfBounds extends UnrepresentableAmount {
    AmountOutOfBounds(String currency, int integerDigits) {
        super("An amount has at most " + integerDigits + " digits before the decimal point", currency);
    }
}
