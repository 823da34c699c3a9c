package io.huikuan.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.platform.Problem.Fault;
import io.huikuan.rules.DueRule;
import io.huikuan.rules.Milestone;
import io.huikuan.rules.PaymentTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A share of what is to be paid, as the API tells it in both directions. */
@Schema(name = "PaymentTermsPortion")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PortionView(
        @NotBlank @Size(max = 80) @Schema(required = true, example = "全款")
        String label,

        @NotNull
        @Pattern(regexp = "\\d{1,3}(\\.\\d{1,4})?")
        @Schema(
                required = true,
                description = "Percent of the whole, with 4 decimals at most; all portions are 100 together.",
                example = "100")
        String percent,

        @NotNull @Schema(required = true, description = "What the due date is counted from.")
        Milestone trigger,

        @NotNull @Valid @Schema(required = true) DueRuleView due,

        @Nullable
        @Schema(
                description = "Kept back as a security (质保金), with a clock of its own; false where absent.",
                example = "false")
        Boolean holdback,

        @Nullable
        @Min(1)
        @Max(120)
        @Schema(description = "Equal instalments that it is paid in; 1 where absent.", example = "1")
        Integer instalments,

        @Nullable
        @Min(1)
        @Max(12)
        @Schema(description = "Months between two instalments; 1 where absent.", example = "1")
        Integer everyMonths) {
    private int count() {
        return Objects.requireNonNullElse(instalments, 1);
    }

    private int interval() {
        return count() == 1 ? 0 : Objects.requireNonNullElse(everyMonths, 1);
    }

    private BigDecimal share() {
        return new BigDecimal(percent);
    }

    /** What is wrong with it in itself; empty when nothing is. */
    List<Fault> faults(String pointer) {
        var faults = new ArrayList<>(due.faults(pointer + "/due"));
        if (share().signum() <= 0 || share().compareTo(PaymentTerms.WHOLE) > 0) {
            faults.add(new Fault(pointer + "/percent", "no-share-of-a-whole", List.of()));
        }
        int reach = Objects.requireNonNullElse(due.months(), 0) + (count() - 1) * interval();
        if (reach > DueRule.MOST_MONTHS) {
            faults.add(new Fault(pointer + "/instalments", "too-many-months", List.of(DueRule.MOST_MONTHS)));
        }
        return faults;
    }

    /** It has no {@link #faults}. */
    PaymentTerms.Portion portion() {
        return new PaymentTerms.Portion(
                label, share(), trigger, due.rule(), Boolean.TRUE.equals(holdback), count(), interval());
    }

    static PortionView of(PaymentTerms.Portion portion) {
        boolean several = portion.instalments() > 1;
        return new PortionView(
                portion.label(),
                portion.percent().stripTrailingZeros().toPlainString(),
                portion.trigger(),
                DueRuleView.of(portion.due()),
                portion.holdback(),
                portion.instalments(),
                several ? portion.everyMonths() : null);
    }
}
