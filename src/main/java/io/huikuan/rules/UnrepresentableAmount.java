package io.huikuan.rules;

/** The amount can't be held exactly in its currency. The message says why and never repeats a long input. */
public sealed class UnrepresentableAmount extends IllegalArgumentException permits AmountOutOfBounds {

    private static final int LONGEST_ECHO = 40;

    private final String currency;

    UnrepresentableAmount(String message, String currency) {
        super(message);
        this.currency = currency;
    }

    static UnrepresentableAmount tooManyDecimals(String currency, int decimals) {
        return new UnrepresentableAmount(
                "An amount in " + currency + " has at most " + decimals + " decimals", currency);
    }

    static UnrepresentableAmount notAPlainDecimal(String text, String currency) {
        var echo = text.length() > LONGEST_ECHO ? text.substring(0, LONGEST_ECHO) + "…" : text;
        return new UnrepresentableAmount("\"" + echo + "\" is not a plain decimal number such as 1234.50", currency);
    }

    public String currency() {
        return currency;
    }
}
