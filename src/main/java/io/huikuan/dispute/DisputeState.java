package io.huikuan.dispute;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a dispute has got. */
@Schema(name = "DisputeState")
public enum DisputeState {
    OPEN,
    /** The customer was right, and what was credited is told. */
    UPHELD,
    /** The customer owes it all the same. */
    REJECTED,
    /** The customer contests it no more, or it was raised by mistake. */
    WITHDRAWN
}
