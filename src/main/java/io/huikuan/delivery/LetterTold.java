package io.huikuan.delivery;

import java.time.Instant;
import java.util.UUID;

/** How the telling of a letter has ended; fired within the transaction in which that is found. */
public record LetterTold(UUID organisationId, UUID letterId, Outcome outcome, Instant at) {
    public enum Outcome {
        SENT,
        NOTHING_TO_TELL,
        /** By no channel, in time, within the cap of the day. */
        NOT_REACHED
    }
}
