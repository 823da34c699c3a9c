package io.huikuan.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.platform.NotInExample;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A task as its assignee, the customer's owner and their managers see it. */
@Schema(name = "FollowUp")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FollowUpView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "上海远景贸易有限公司") String customerName,
        @Nullable UUID receivableId,
        @Schema(required = true) UUID assigneeId,
        @Schema(required = true, example = "王伟") String assigneeName,

        @Schema(required = true, example = "Call about invoice 6741")
        String subject,

        @Nullable @Schema(example = "Pays at the month's end")
        String note,

        @Schema(required = true, example = "2026-11-22") LocalDate dueOn,
        @Schema(required = true) NewFollowUp.Priority priority,
        @Schema(required = true) NewFollowUp.Origin origin,
        @Schema(required = true) Status status,

        @Nullable @Schema(description = "How it ended; once it is done.", example = "REACHED")
        String outcome,

        @Nullable @Schema(example = "Pays on Friday") String outcomeNote,
        @Nullable UUID completedBy,
        @Nullable Instant completedAt,
        @Schema(required = true) Instant createdAt,

        @Nullable @Schema(description = FollowUpTime.DUE_TIME, example = "14:30")
        String dueTime,

        @Nullable @Schema(description = FollowUpTime.NAG_MINUTES, example = "30")
        Integer nagMinutes,

        @Nullable
        @Schema(description = "When the assignee is told next, within working hours; absent where nobody needs to be.")
        Instant nextNagAt,

        @NotInExample @Nullable @Schema(description = "When somebody said that they know.")
        Instant acknowledgedAt,

        @Schema(required = true, description = "The number in the ETag.")
        long version) {
    @Schema(name = "FollowUpStatus")
    public enum Status {
        OPEN,
        DONE
    }

    static FollowUpView of(FollowUpQueries.Row row) {
        var task = row.followUp();
        return new FollowUpView(
                task.id,
                task.customerId,
                row.customerName(),
                task.receivableId,
                task.assigneeId,
                row.assigneeName(),
                task.subject,
                task.note,
                task.dueOn,
                task.priority,
                task.origin,
                task.status,
                task.outcome,
                task.outcomeNote,
                task.completedBy,
                task.completedAt,
                task.createdAt,
                task.dueTime == null ? null : task.dueTime.toString(),
                task.nagMinutes,
                task.nextNagAt,
                task.acknowledgedAt,
                task.version);
    }
}
