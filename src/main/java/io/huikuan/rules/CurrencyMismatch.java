package io.huikuan.rules;

/** Two amounts of different currencies were to be added, subtracted or compared. */
public final class CurrencyMismatch extends IllegalArgumentException {

    private final String left;
    private final String right;

    CurrencyMismatch(String left, String right) {
        super(left + " and " + right + " can't be added, subtracted or compared");
        this.left = left;
        this.right = right;
    }

    public String left() {
        return left;
    }

    public String right() {
        return right;
    }
}
