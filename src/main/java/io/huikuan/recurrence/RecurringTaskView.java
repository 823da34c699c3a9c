package io.huikuan.recurrence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.followup.NewFollowUp;
import io.huikuan.platform.NotInExample;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A task that comes again. */
@Schema(name = "RecurringTask")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecurringTaskView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "上海远景贸易有限公司") String customerName,

        @Nullable @Schema(description = "Absent where it is whoever owns the customer then.")
        UUID assigneeId,

        @Schema(required = true, example = "拜访客户") String subject,
        @Nullable @Schema(example = "带上对账单") String note,
        @Schema(required = true) NewFollowUp.Priority priority,

        @Schema(required = true, example = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
        String rule,

        @Schema(required = true, example = "2099-02-10") LocalDate startsOn,
        @Nullable @Schema(example = "14:30") String dueTime,
        @Nullable @Schema(example = "30") Integer nagMinutes,
        @Schema(required = true, example = "2") int aheadDays,

        @Schema(
                required = true,
                description =
                        "The next five days of the rule that are no tasks yet, pauses left aside; none once it has ended.",
                example = "[\"2099-02-10\",\"2099-02-24\"]")
        List<LocalDate> upcoming,

        @NotInExample @Nullable @Schema(description = "Nothing that falls on a day up to this one becomes a task.")
        LocalDate pausedThrough,

        @NotInExample @Nullable @Schema(description = "Where somebody ended it.")
        Instant endedAt,

        @Schema(required = true) UUID createdBy,
        @Schema(required = true) Instant createdAt) {
    private static final int UPCOMING = 5;

    static RecurringTaskView of(RecurringTaskQueries.Row row, LocalDate today) {
        var task = row.task();
        return new RecurringTaskView(
                task.id,
                task.customerId,
                row.customerName(),
                task.assigneeId,
                task.subject,
                task.note,
                task.priority,
                task.rule,
                task.startsOn,
                task.dueTime == null ? null : task.dueTime.toString(),
                task.nagMinutes,
                task.aheadDays,
                upcoming(task),
                task.pausedThrough == null || task.pausedThrough.isBefore(today) ? null : task.pausedThrough,
                task.endedAt,
                task.createdBy,
                task.createdAt);
    }

    private static List<LocalDate> upcoming(RecurringTask task) {
        if (task.nextOn == null) {
            return List.of();
        }
        var paused = task.pausedThrough;
        var from = paused == null || paused.isBefore(task.nextOn) ? task.nextOn : paused.plusDays(1);
        return task.recurrence().upcoming(from, UPCOMING);
    }
}
