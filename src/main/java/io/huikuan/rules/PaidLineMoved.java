package io.huikuan.rules;

/** A new version of a plan that gives another date to what was paid. */
public final class PaidLineMoved extends IllegalArgumentException {
    private final int index;

    /** @param index of the wanted line */
    public PaidLineMoved(int index) {
        super("wanted line " + index + " goes on from a paid one");
        this.index = index;
    }

    public int index() {
        return index;
    }
}
