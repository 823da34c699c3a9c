package io.huikuan.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.platform.NotInExample;
import io.huikuan.platform.Problem.Fault;
import io.huikuan.rules.DueKind;
import io.huikuan.rules.DueRule;
import io.huikuan.rules.WorkingDayRule;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When something is due after its milestone, as the API tells it in both directions. */
@Schema(
        name = "DueRule",
        description =
                "`DAYS`: so many days after the milestone. `END_OF_MONTH`: so many days after the end of its month. "
                        + "`FIXED_DAY`: a day of a month after it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DueRuleView(
        @NotNull @Schema(required = true, example = "DAYS") DueKind kind,

        @Nullable
        @Min(0)
        @Max(DueRule.MOST_MONTHS)
        @Schema(
                description =
                        "Whole months after the milestone, before anything else is counted; 0 where absent, and at "
                                + "least 1 with `FIXED_DAY`.",
                example = "0")
        Integer months,

        @Nullable
        @Min(0)
        @Max(DueRule.MOST_DAYS)
        @Schema(description = "0 where absent; not with `FIXED_DAY`.", example = "30")
        Integer days,

        @NotInExample
        @Nullable
        @Min(1)
        @Max(31)
        @Schema(
                description = "Day of the month, with `FIXED_DAY` only: the last day of a month that has fewer.",
                example = "15")
        Integer day,

        @Nullable
        @Schema(
                description =
                        "Where it goes from a day off, which is `AS_IS` where absent: nowhere. `FOLLOWING`: to the next "
                                + "working day. `PRECEDING`: to the one before. `MODIFIED_FOLLOWING`: to the next, unless that lies in "
                                + "another month: then to the one before.",
                example = "FOLLOWING")
        WorkingDayRule workingDays) {
    /** What does not go together in it; empty when nothing is wrong. */
    public List<Fault> faults(String pointer) {
        boolean fixed = kind == DueKind.FIXED_DAY;
        if (fixed && day == null) {
            return List.of(new Fault(pointer + "/day", "required", List.of()));
        }
        if (fixed && or0(months) == 0) {
            return List.of(new Fault(pointer + "/months", "fixed-day-of-no-month", List.of()));
        }
        if (fixed ? or0(days) > 0 : day != null) {
            var name = fixed ? "/days" : "/day";
            return List.of(new Fault(pointer + name, "not-with-this-rule", List.of(kind.name())));
        }
        return List.of();
    }

    /** It has no {@link #faults}. */
    public DueRule rule() {
        var moved = Objects.requireNonNullElse(workingDays, WorkingDayRule.AS_IS);
        return new DueRule(kind, or0(months), or0(days), or0(day), moved);
    }

    public static DueRuleView of(DueRule rule) {
        boolean fixed = rule.kind() == DueKind.FIXED_DAY;
        return new DueRuleView(
                rule.kind(), rule.months(), fixed ? null : rule.days(), fixed ? rule.day() : null, rule.workingDays());
    }

    private static int or0(@Nullable Integer number) {
        return Objects.requireNonNullElse(number, 0);
    }
}
