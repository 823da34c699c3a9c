package io.huikuan.recurrence;

import io.huikuan.followup.NewFollowUp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task that is to come again.
 *
 * @param id of the caller's choosing, or null
 * @param assigneeId null for whoever owns the customer when it comes
 * @param rule RFC 5545, without the word RRULE
 * @param startsOn from which the rule counts
 * @param dueTime by the organisation's clocks; null for tasks of the whole day
 * @param nagMinutes of working time; null without {@code dueTime}
 * @param aheadDays how many days before it is due it becomes a task
 */
public record NewRecurringTask(
        @Nullable UUID id,
        UUID customerId,
        @Nullable UUID assigneeId,
        String subject,
        @Nullable String note,
        NewFollowUp.Priority priority,
        String rule,
        LocalDate startsOn,
        @Nullable LocalTime dueTime,
        @Nullable Integer nagMinutes,
        int aheadDays) {}
