package io.huikuan.csv;

/** From this line on the file cannot be read as CSV: a quote that is never closed, a cell without end. */
public final class BrokenFile extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long line;

    BrokenFile(long line, Throwable cause) {
        super("cannot be read from line " + line, cause);
        this.line = line;
    }

    /** The first is 1. */
    public long line() {
        return line;
    }
}
