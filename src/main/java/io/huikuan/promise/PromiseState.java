package io.huikuan.promise;

import io.huikuan.rules.PromiseOutcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has become of a promise. */
@Schema(name = "PromiseState")
public enum PromiseState {
    /** There is still time. */
    OPEN,
    /** All came that could be asked for. */
    KEPT,
    /** A part came in time. */
    PARTLY_KEPT,
    /** Nothing came in time. */
    BROKEN,
    /** Nothing came, and nothing of it was owed any more. */
    LAPSED,
    /** A newer one over the same receivable took its place. */
    SUPERSEDED,
    /** Somebody took it back. */
    WITHDRAWN;

    static PromiseState of(PromiseOutcome outcome) {
        return switch (outcome) {
            case OPEN -> OPEN;
            case KEPT -> KEPT;
            case PARTLY_KEPT -> PARTLY_KEPT;
            case BROKEN -> BROKEN;
            case LAPSED -> LAPSED;
        };
    }
}
