package io.huikuan.plan;

import io.huikuan.platform.NotInExample;
import io.huikuan.rules.Milestone;
import io.huikuan.rules.Money;
import io.huikuan.terms.DueRuleView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All lines of a plan as they are to be from now on. */
@Schema(name = "NewPlanVersion")
public record NewPlanVersion(
        @NotBlank @Size(max = 500) @Schema(required = true, example = "客户现金流紧张, 第二期拆成两期")
        String reason,

        @NotNull @Size(max = NewPlan.MOST_LINES) @Valid @Schema(required = true)
        List<Line> lines) {
    /** A line that goes on from one of the version before says what is to be otherwise; a new one says everything. */
    @Schema(name = "ReplannedLine")
    public record Line(
            @Nullable
            @Schema(
                    description =
                            "The present line that it goes on from; what is absent here stays as it is there. Several "
                                    + "lines may go on from one: it is split.")
            UUID lineId,

            @Nullable @Size(max = 100) @Pattern(regexp = ".*\\S.*") @Schema(example = "第二期 (1)")
            String label,

            @Nullable Money amount,

            @Nullable @Schema(description = "What `due` is counted from; either these two or `dueOn`.")
            Milestone trigger,

            @Nullable @Valid @Schema(description = "On the day of the milestone itself where absent.")
            DueRuleView due,

            @NotInExample @Nullable @Schema(example = "2027-01-22")
            LocalDate dueOn,

            @Nullable @Schema(description = "Kept back as a security.", example = "false")
            Boolean holdback) {}
}
