package io.huikuan.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.rules.Audience;
import io.huikuan.rules.Money;
import io.huikuan.rules.ReminderChannel;
import io.huikuan.rules.ReminderStep;
import io.huikuan.rules.StepTask;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One step of a ladder. */
@Schema(name = "PolicyStep")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepView(
        @Schema(required = true, example = "7", description = "Days from the due date.")
        int offsetDays,

        @Schema(required = true) Set<Audience> audience,

        @Schema(
                required = true,
                description =
                        "How the step may reach them besides the inbox, each in the order that the person has set.")
        Set<ReminderChannel> channels,

        @Schema(required = true, description = "Sent anew each working day until somebody acknowledges it.")
        boolean repeatsEveryWorkingDay,

        @Schema(
                required = true,
                example = "1",
                description = "Sent anew after so many working days until somebody acknowledges it; once where 0.")
        int repeatEveryWorkingDays,

        @Schema(required = true, description = "For less than this, by currency, the step is left out.")
        List<Money> minimumOpen,

        @Nullable StepTask task) {
    public static StepView of(ReminderStep step) {
        return new StepView(
                step.offsetDays(),
                step.audience(),
                step.channels(),
                step.repeatEveryWorkingDays() == 1,
                step.repeatEveryWorkingDays(),
                Minimums.of(step.minimumOpen()),
                step.task().orElse(null));
    }
}
