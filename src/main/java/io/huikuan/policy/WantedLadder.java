package io.huikuan.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Problem.Fault;
import io.huikuan.rules.DayCount;
import io.huikuan.rules.LadderFault;
import io.huikuan.rules.Money;
import io.huikuan.rules.ReminderPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a policy says, as it is written and as it is kept. */
@Schema(name = "NewLadder")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WantedLadder(
        @NotEmpty @Size(max = 50) @Schema(required = true, description = "By ascending offset.")
        List<@NotNull @Valid WantedStep> steps,

        @Nullable @Schema(description = "Which days the offsets count; CALENDAR where absent.")
        DayCount dayCount,

        @Nullable @Size(max = 50) @Schema(description = "Less than this, by currency, is not worth a reminder.")
        List<@NotNull Money> minimumOpen,

        @Nullable
        @Min(1)
        @Max(365)
        @Schema(
                example = "1",
                description = "Calendar days between two reminders about one receivable; 1 where absent.")
        Integer minimumIntervalDays,

        @Nullable
        @Min(1)
        @Max(365)
        @Schema(
                example = "30",
                description = "After how many days to look again where no step is to come; 30 where absent.")
        Integer idleLookDays) {
    private static final int IDLE_LOOK = 30;

    /**
     * The policy that follows from it.
     *
     * @param pointer JSON pointer to the ladder within the request
     * @throws InvalidRequest when its steps can't do what they say
     */
    public ReminderPolicy policy(String id, int version, String pointer) {
        var faults = new ArrayList<>(Minimums.faults(minimumOpen, pointer + "/minimumOpen"));
        for (int at = 0; at < steps.size(); at++) {
            faults.addAll(Minimums.faults(steps.get(at).minimumOpen(), pointer + "/steps/" + at + "/minimumOpen"));
        }
        if (faults.isEmpty()) {
            LadderFault.of(steps.stream().map(WantedStep::step).toList(), days(), interval()).stream()
                    .map(fault -> told(fault, pointer))
                    .forEach(faults::add);
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return kept(id, version);
    }

    /** The policy of a ladder that was found right when it was written. */
    public ReminderPolicy kept(String id, int version) {
        return new ReminderPolicy(
                id,
                version,
                steps.stream().map(WantedStep::step).toList(),
                days(),
                Minimums.byCurrency(minimumOpen),
                interval(),
                Objects.requireNonNullElse(idleLookDays, IDLE_LOOK));
    }

    private DayCount days() {
        return Objects.requireNonNullElse(dayCount, DayCount.CALENDAR);
    }

    private int interval() {
        return Objects.requireNonNullElse(minimumIntervalDays, 1);
    }

    private static Fault told(LadderFault fault, String pointer) {
        var step = pointer + "/steps/" + fault.step();
        return switch (fault.kind()) {
            case SAME_DAY -> new Fault(step + "/offsetDays", "step-same-day", List.of(fault.days()));
            case OUT_OF_ORDER -> new Fault(step + "/offsetDays", "step-out-of-order", List.of(fault.days()));
            case NEVER_FIRES -> new Fault(step + "/offsetDays", "step-never-fires", List.of(fault.days()));
            case NEVER_REPEATS ->
                new Fault(step + "/repeatEveryWorkingDays", "step-never-repeats", List.of(fault.days()));
            case REPEATS_TOO_SOON ->
                new Fault(step + "/repeatEveryWorkingDays", "step-repeats-too-soon", List.of(fault.days()));
            case MIXED_AUDIENCE -> new Fault(step + "/audience", "step-mixed-audience", List.of(fault.days()));
            case NOT_FOR_CUSTOMERS -> new Fault(step, "step-not-for-customers", List.of(fault.days()));
        };
    }
}
