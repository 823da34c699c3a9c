package io.huikuan.reminder;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.rules.Audience;
import io.huikuan.rules.ReminderPolicy;
import io.huikuan.rules.ReminderStep;
import io.huikuan.rules.StepTask;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The ladder that a customer's receivables climb, and why it is this one. */
@Schema(name = "EffectivePolicy")
record PolicyView(
        @Schema(required = true, example = "standard") String policy,
        @Schema(required = true, example = "1") int policyVersion,
        @Schema(required = true) Because because,
        @Schema(required = true) List<Step> steps,

        @Schema(
                required = true,
                example = "1",
                description = "Calendar days between two reminders about one receivable.")
        int minimumIntervalDays) {
    /** The most specific policy wins; this is what it is specific to. */
    @Schema(name = "PolicyBecause")
    enum Because {
        /** The organisation has written none of its own. */
        STANDARD
    }

    @Schema(name = "PolicyStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            @Schema(required = true, example = "7", description = "Days from the due date.")
            int offsetDays,

            @Schema(required = true) Set<Audience> audience,

            @Schema(required = true, description = "Sent anew each working day until somebody acknowledges it.")
            boolean repeatsEveryWorkingDay,

            @Nullable StepTask task) {
        static Step of(ReminderStep step) {
            return new Step(
                    step.offsetDays(),
                    step.audience(),
                    step.repeatsEveryWorkingDay(),
                    step.task().orElse(null));
        }
    }

    static PolicyView of(ReminderPolicy policy, Because because) {
        return new PolicyView(
                policy.id(),
                policy.version(),
                because,
                policy.steps().stream().map(Step::of).toList(),
                policy.minimumIntervalDays());
    }
}
