package io.huikuan.contactlog;

import io.huikuan.followup.NewFollowUp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A contact to note down.
 *
 * @param id of the caller's choosing, or null
 * @param receivableId one of the customer's, or null where it was about the customer as a whole
 * @param contactId whom of the customer's people it was with, or null
 * @param happenedAt not later than now
 * @param next what is to be done next and by when, or null
 */
public record NewContactLog(
        @Nullable UUID id,
        UUID customerId,
        @Nullable UUID receivableId,
        @Nullable UUID contactId,
        Channel channel,
        Outcome outcome,
        Instant happenedAt,
        @Nullable String words,
        @Nullable Next next) {
    @Schema(name = "ContactChannel")
    public enum Channel {
        CALL,
        VISIT,
        EMAIL,
        CHAT,
        LETTER,
        OTHER
    }

    @Schema(name = "ContactOutcome")
    public enum Outcome {
        REACHED,
        NOT_REACHED,
        PROMISED,
        DISPUTED,
        WILL_CALL_BACK,
        WRONG_CONTACT,
        OTHER
    }

    /** The next step, for whoever had the contact. */
    public record Next(String subject, LocalDate dueOn, NewFollowUp.Priority priority) {}
}
