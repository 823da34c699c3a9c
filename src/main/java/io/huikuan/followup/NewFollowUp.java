package io.huikuan.followup;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A task to plan.
 *
 * @param id of the caller's choosing, or null
 * @param receivableId one of the customer's, or null where the task is about the customer as a whole
 */
public record NewFollowUp(
        @Nullable UUID id,
        UUID customerId,
        @Nullable UUID receivableId,
        UUID assigneeId,
        String subject,
        @Nullable String note,
        LocalDate dueOn,
        Priority priority,
        Origin origin) {
    @Schema(name = "FollowUpPriority")
    public enum Priority {
        LOW,
        NORMAL,
        HIGH
    }

    /** Who asked for it: a person, a person who logged a contact, a step of the reminder ladder. */
    @Schema(name = "FollowUpOrigin")
    public enum Origin {
        MANUAL,
        CONTACT,
        REMINDER
    }

    /** What tells a reminder's tasks for one receivable apart; people may ask for the same thing as often as they like. */
    @Nullable
    String originKey() {
        return origin == Origin.REMINDER && receivableId != null ? subject : null;
    }
}
