package io.huikuan.dunning;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a letter to a customer has got. */
@Schema(name = "DunningLetterState")
public enum LetterState {
    /** Waits for approval. */
    PROPOSED,
    /** Goes out, as soon as the customer may be disturbed. */
    APPROVED,
    SENT,
    /** Nobody was reached by any channel. */
    FAILED,
    REFUSED,
    /** There was nothing left to ask for, or the contact wants no letters. */
    VOID,
    /** Nobody has decided on it in time. */
    EXPIRED
}
