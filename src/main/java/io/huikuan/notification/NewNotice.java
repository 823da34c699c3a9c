package io.huikuan.notification;

import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something to tell one person.
 *
 * @param stepOffsetDays the step of the ladder, in days to the due date; with {@code occurrence} it tells one telling from the next
 * @param occurrence 1 for the first telling of the step, counting on while it repeats
 * @param open what is open as of now
 */
public record NewNotice(
        UUID recipientId,
        NoticeKind kind,
        UUID receivableId,
        UUID customerId,
        int stepOffsetDays,
        int occurrence,
        LocalDate dueOn,
        Money open) {}
