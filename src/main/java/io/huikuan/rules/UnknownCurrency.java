package io.huikuan.rules;

import org.jspecify.annotations.Nullable;

/** The text is not an ISO 4217 code of a currency that amounts can be in. */
public final class UnknownCurrency extends IllegalArgumentException {

    private final String currency;

    UnknownCurrency(String currency, @Nullable IllegalArgumentException cause) {
        super("\"" + currency + "\" is not an ISO 4217 currency that amounts can be in", cause);
        this.currency = currency;
    }

    public String currency() {
        return currency;
    }
}
