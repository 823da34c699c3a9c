package io.huikuan.policy;

import io.huikuan.rules.DayCount;
import io.huikuan.rules.Money;
import io.huikuan.rules.ReminderPolicy;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a policy says. */
@Schema(name = "Ladder")
public record LadderView(
        @Schema(required = true) List<StepView> steps,
        @Schema(required = true) DayCount dayCount,

        @Schema(required = true, description = "Less than this, by currency, is not worth a reminder.")
        List<Money> minimumOpen,

        @Schema(
                required = true,
                example = "1",
                description = "Calendar days between two reminders about one receivable.")
        int minimumIntervalDays,

        @Schema(
                required = true,
                example = "30",
                description = "After how many days to look again where no step is to come.")
        int idleLookDays) {
    public static LadderView of(ReminderPolicy policy) {
        return new LadderView(
                policy.steps().stream().map(StepView::of).toList(),
                policy.dayCount(),
                Minimums.of(policy.minimumOpen()),
                policy.minimumIntervalDays(),
                policy.idleLookDays());
    }
}
