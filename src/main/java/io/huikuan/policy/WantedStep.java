package io.huikuan.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.rules.Audience;
import io.huikuan.rules.Money;
import io.huikuan.rules.ReminderChannel;
import io.huikuan.rules.ReminderStep;
import io.huikuan.rules.StepTask;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One step of a ladder, as it is written and as it is kept. */
@Schema(name = "NewPolicyStep")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WantedStep(
        @NotNull
        @Min(-365)
        @Max(3650)
        @Schema(required = true, example = "7", description = "Days from the due date; negative before it.")
        Integer offsetDays,

        @NotEmpty
        @Schema(
                required = true,
                description =
                        "Who is told, by what they are to the receivable: CUSTOMER alone, in all steps or in none.")
        Set<@NotNull Audience> audience,

        @Nullable
        @Schema(
                description =
                        "How the step may reach them besides the inbox, each in the order that the person has set; where they have none of these, the inbox is all. Any where absent, the inbox alone where empty. "
                                + "Not with CUSTOMER, whom the dunning rule says how to reach.")
        Set<@NotNull ReminderChannel> channels,

        @Nullable
        @Min(0)
        @Max(250)
        @Schema(
                example = "1",
                description =
                        "Sent anew after so many working days until somebody acknowledges it; once where absent or 0.")
        Integer repeatEveryWorkingDays,

        @Nullable @Size(max = 50) @Schema(description = "For less than this, by currency, the step is left out.")
        List<@NotNull Money> minimumOpen,

        @Nullable @Schema(description = "What is to be done besides telling.")
        StepTask task) {
    ReminderStep step() {
        return new ReminderStep(
                offsetDays,
                audience,
                Objects.requireNonNullElse(channels, usualChannels()),
                Objects.requireNonNullElse(repeatEveryWorkingDays, 0),
                Minimums.byCurrency(minimumOpen),
                Optional.ofNullable(task));
    }

    private Set<ReminderChannel> usualChannels() {
        return audience.contains(Audience.CUSTOMER) ? Set.of() : ReminderStep.ANY_CHANNEL;
    }
}
