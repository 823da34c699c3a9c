package io.huikuan.notification;

import io.huikuan.rules.Money;
import io.huikuan.rules.ReminderChannel;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Something to tell one person.
 *
 * @param stepOffsetDays the step of the ladder, in days to the due date; with {@code occurrence} it tells one telling from the next
 * @param occurrence 1 for the first telling of the step, counting on while it repeats
 * @param open what is open as of now
 * @param channels that it may be told by besides the inbox
 */
public record NewNotice(
        UUID recipientId,
        NoticeKind kind,
        UUID receivableId,
        UUID customerId,
        int stepOffsetDays,
        int occurrence,
        LocalDate dueOn,
        Money open,
        Set<ReminderChannel> channels) {}
