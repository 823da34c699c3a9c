package io.huikuan.reminder;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.reminder.DecisionQueries.Brought;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One person who was told by a decision: in the inbox, and by what besides. */
@Schema(name = "ReminderTold")
record ToldView(
        @Schema(required = true) UUID notificationId,
        @Schema(required = true) UUID recipientId,
        @Schema(required = true, example = "王伟") String recipientName,

        @Schema(required = true, example = "READ", description = "How far the recipient has got with it.")
        String state,

        @Schema(
                required = true,
                description =
                        "What brought it besides the inbox; empty where the step or the person wants the inbox alone.")
        List<TellingView> tellings) {
    /** A digest or a push that is of it. */
    @Schema(name = "ReminderTelling")
    record TellingView(
            @Schema(required = true) UUID id,

            @Schema(required = true, example = "DIGEST", description = "As the type of the push.")
            String kind,

            @Schema(required = true, example = "SENT", description = "`MERGED` where another one of these told of it.")
            String state,

            @Schema(required = true, description = "The attempts to bring it, the first first.")
            List<BringingView> deliveries) {}

    /** An attempt to bring it; the address is not shown. */
    @Schema(name = "ReminderDelivery")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BringingView(
            @Schema(required = true, description = "What the phone got as `notificationId`.")
            UUID id,

            @Schema(required = true, example = "FCM") String channel,

            @Schema(required = true, description = "Whom it went to: the recipient, or who stood in for them.")
            UUID readerId,

            @Schema(required = true, example = "王伟") String readerName,
            @Schema(required = true, example = "SENT") String state,

            @Nullable @Schema(description = "What came of the last try, or why there was none.", example = "SENT")
            String outcome,

            @Schema(required = true) Instant createdAt,

            @Nullable @Schema(description = "When it was sent or given up; absent while it is under way.")
            Instant finishedAt) {
        static BringingView of(Brought row) {
            return new BringingView(
                    Objects.requireNonNull(row.deliveryId()),
                    Objects.requireNonNull(row.channel()),
                    Objects.requireNonNull(row.readerId()),
                    Objects.requireNonNull(row.readerName()),
                    Objects.requireNonNull(row.deliveryState()),
                    row.outcome(),
                    Objects.requireNonNull(row.createdAt()),
                    row.finishedAt());
        }
    }

    /** @param brought of this notice, telling by telling */
    static ToldView of(DecisionQueries.Told told, List<Brought> brought) {
        var tellings = brought.stream().collect(Collectors.groupingBy(Brought::tellingId)).values().stream()
                .map(ToldView::telling)
                .sorted(Comparator.comparing(TellingView::id))
                .toList();
        return new ToldView(told.notificationId(), told.recipientId(), told.recipientName(), told.state(), tellings);
    }

    private static TellingView telling(List<Brought> rows) {
        var telling = rows.getFirst();
        var deliveries = rows.stream()
                .filter(row -> row.deliveryId() != null)
                .map(BringingView::of)
                .toList();
        return new TellingView(telling.tellingId(), telling.kind(), telling.state(), deliveries);
    }
}
