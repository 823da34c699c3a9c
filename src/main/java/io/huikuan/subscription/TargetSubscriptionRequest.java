package io.huikuan.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a robot or webhook is told. */
@Schema(name = "ChannelTargetSubscriptionRequest")
public record TargetSubscriptionRequest(
        @NotNull
        @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d")
        @Schema(
                required = true,
                description = "In the organisation's zone, whatever the hour: quiet hours are for people.",
                example = "09:05")
        String at,

        @Nullable @Schema(description = "Once a week on this day; on every working day where absent.")
        DayOfWeek weekday) {
    Rhythm rhythm() {
        return new Rhythm(LocalTime.parse(at), Optional.ofNullable(weekday));
    }

    /** What can be told to a group: nothing that is one person's own. */
    @Schema(name = "ChannelTargetSubscriptionKind")
    public enum Kind {
        TEAM_OVERDUE,
        RECEIPTS,
        TEAM_RATES;

        SubscriptionKind subscription() {
            return SubscriptionKind.valueOf(name());
        }
    }

    /** One that holds. */
    @Schema(name = "ChannelTargetSubscription")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            @Schema(required = true) Kind kind,
            @Schema(required = true, example = "09:05") String at,

            @Nullable @Schema(description = "Absent where it comes on every working day.")
            DayOfWeek weekday,

            @Schema(required = true) Instant nextAt) {
        static View of(SubscriptionQueries.Row row) {
            return new View(
                    Kind.valueOf(row.kind()),
                    row.at().substring(0, 5),
                    row.weekday() == null ? null : DayOfWeek.of(row.weekday()),
                    row.nextAt());
        }
    }
}
