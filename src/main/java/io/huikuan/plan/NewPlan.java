package io.huikuan.plan;

import io.huikuan.platform.NotInExample;
import io.huikuan.rules.Milestone;
import io.huikuan.rules.Money;
import io.huikuan.terms.DueRuleView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a contract is to be paid: by a template of payment terms, or line by line. */
@Schema(name = "NewPlan")
public record NewPlan(
        @NotInExample
        @Nullable
        @Schema(
                description = "Divides what of the contract is not billed yet by these payment terms; either this or "
                        + "`lines`.")
        UUID termsId,

        @Nullable @Size(max = NewPlan.MOST_LINES) @Valid List<Line> lines,

        @Nullable
        @Schema(
                description = "From when on it is owed, and what `ISSUE` is; today where absent, never in the future.",
                example = "2026-11-22")
        LocalDate issuedOn,

        @Nullable @Size(max = 500) @Schema(example = "as agreed in appendix 2")
        String reason) {
    static final int MOST_LINES = 200;

    @Schema(name = "NewPlanLine")
    public record Line(
            @NotBlank @Size(max = 100) @Schema(required = true, example = "预付款")
            String label,

            @NotNull @Schema(required = true) Money amount,

            @Nullable @Schema(description = "What `due` is counted from; either these two or `dueOn`.")
            Milestone trigger,

            @Nullable @Valid @Schema(description = "On the day of the milestone itself where absent.")
            DueRuleView due,

            @NotInExample @Nullable @Schema(example = "2026-12-22")
            LocalDate dueOn,

            @Nullable @Schema(description = "Kept back as a security; false where absent.", example = "false")
            Boolean holdback) {}
}
