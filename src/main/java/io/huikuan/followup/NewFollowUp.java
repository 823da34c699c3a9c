package io.huikuan.followup;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A task to plan.
 *
 * @param id of the caller's choosing, or null
 * @param receivableId one of the customer's, or null where the task is about the customer as a whole
 * @param dueTime from when on that day the assignee is told of it, by the organisation's clocks; null for a task of the whole day
 * @param nagMinutes after how much working time they are told again, until they acknowledge; null for once, and without {@code dueTime}
 * @param cause names the occasion that asked for it, which asks once; null where somebody just wants it
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
        Origin origin,
        @Nullable LocalTime dueTime,
        @Nullable Integer nagMinutes,
        @Nullable String cause) {
    /** A task of the whole day, for no occasion that could ask again. */
    public NewFollowUp(
            @Nullable UUID id,
            UUID customerId,
            @Nullable UUID receivableId,
            UUID assigneeId,
            String subject,
            @Nullable String note,
            LocalDate dueOn,
            Priority priority,
            Origin origin) {
        this(id, customerId, receivableId, assigneeId, subject, note, dueOn, priority, origin, null, null, null);
    }

    @Schema(name = "FollowUpPriority")
    public enum Priority {
        LOW,
        NORMAL,
        HIGH
    }

    /**
     * Who asked for it: a person, a person who logged a contact, a step of the reminder ladder, a task that recurs, a trigger that the
     * organisation has set.
     */
    @Schema(name = "FollowUpOrigin")
    public enum Origin {
        MANUAL,
        CONTACT,
        REMINDER,
        RECURRENCE,
        TRIGGER
    }

    /** What tells a reminder's tasks for one receivable apart; people may ask for the same thing as often as they like. */
    @Nullable
    String originKey() {
        return origin == Origin.REMINDER && receivableId != null ? subject : null;
    }
}
