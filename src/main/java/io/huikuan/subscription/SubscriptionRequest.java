package io.huikuan.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When, and by which channel. */
@Schema(name = "SubscriptionRequest")
public record SubscriptionRequest(
        @NotNull
        @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d")
        @Schema(required = true, description = "In the organisation's zone.", example = "08:50")
        String at,

        @Nullable @Schema(description = "Once a week on this day; on every working day where absent.")
        DayOfWeek weekday,

        @NotNull @Schema(required = true) SubscriptionChannel channel) {
    /** The channels that reach a person. */
    @Schema(name = "SubscriptionChannel")
    public enum SubscriptionChannel {
        FCM,
        EMAIL,
        SMS
    }

    Rhythm rhythm() {
        return new Rhythm(LocalTime.parse(at), Optional.ofNullable(weekday));
    }

    /** One that holds. */
    @Schema(name = "Subscription")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SubscriptionView(
            @Schema(required = true) SubscriptionKind kind,
            @Schema(required = true, example = "08:50") String at,

            @Nullable @Schema(description = "Absent where it comes on every working day.")
            DayOfWeek weekday,

            @Schema(required = true) SubscriptionChannel channel,
            @Schema(required = true) Instant nextAt) {
        static SubscriptionView of(SubscriptionQueries.Row row) {
            return new SubscriptionView(
                    SubscriptionKind.valueOf(row.kind()),
                    row.at().substring(0, 5),
                    row.weekday() == null ? null : DayOfWeek.of(row.weekday()),
                    SubscriptionChannel.valueOf(Objects.requireNonNull(row.channel())),
                    row.nextAt());
        }
    }
}
