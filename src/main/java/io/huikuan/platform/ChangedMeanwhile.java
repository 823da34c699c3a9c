package io.huikuan.platform;

/** Two changes of one row met; the other one won. */
public final class ChangedMeanwhile extends Problem {
    public ChangedMeanwhile() {
        super(Kind.CONFLICT);
    }
}
