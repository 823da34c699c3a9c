package io.huikuan.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the inbox, in the reader's language. */
@Schema(name = "Notification")
@JsonInclude(JsonInclude.Include.NON_NULL)
record NotificationView(
        @Schema(required = true) UUID id,
        @Schema(required = true) NoticeKind kind,
        @Nullable UUID receivableId,

        @Nullable @Schema(description = "Where it is about a payment.")
        UUID paymentId,

        @Nullable @Schema(description = "Where it is about a version of a payment plan.")
        UUID contractId,

        @Nullable @Schema(description = "Where it is about a promise to pay.")
        UUID promiseId,

        @Nullable @Schema(description = "Where it is about a dispute.")
        UUID disputeId,

        @Nullable @Schema(description = "Where it is about a task.")
        UUID followUpId,

        @Nullable @Schema(description = "Where it is about a letter that reminds the customer.")
        UUID letterId,

        @Nullable @Schema(description = "Absent where it is about many.")
        UUID customerId,

        @Schema(required = true, example = "上海远景贸易有限公司：自 2026-11-20 起逾期")
        String title,

        @Schema(required = true, example = "INV-7781 的 CNY 12,800.00 应于 2026-11-20 收回，至今未收。")
        String body,

        @Schema(required = true) NoticeState state,

        @Nullable @Schema(description = "When it comes back, while it is snoozed.")
        Instant snoozedUntil,

        @Schema(required = true) Instant createdAt,

        @Schema(
                required = true,
                description = "The day of the run that told it, or on which it happened.",
                example = "2026-11-23")
        LocalDate businessDate) {}
