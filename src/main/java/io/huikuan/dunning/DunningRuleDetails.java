package io.huikuan.dunning;

import io.huikuan.platform.NotInExample;
import io.huikuan.rules.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How customers are to be reminded. */
@Schema(name = "NewDunningRule")
public record DunningRuleDetails(
        @Nullable @Schema(description = "For a new rule only.")
        UUID id,

        @NotInExample
        @Nullable
        @Size(max = 60)
        @Pattern(regexp = ".*\\S.*")
        @Schema(
                description = "Of these customers, and wins there; of the organisation as a whole where absent.",
                example = "A")
        String customerClass,

        @Nullable
        @Schema(
                description =
                        "A policy whose steps speak to the CUSTOMER; these customers are not reminded where absent.")
        UUID policyId,

        @Nullable @Schema(description = "OWNER where absent.")
        DunningApproval approval,

        @Nullable
        @Min(1)
        @Max(20)
        @Schema(description = "How many working days a letter waits for approval; 3 where absent.", example = "3")
        Integer approvalDays,

        @Nullable
        @Size(min = 1, max = 2)
        @Schema(
                description =
                        "The first by which the contact can be reached is tried first; EMAIL and then SMS where absent.")
        List<@NotNull DunningChannel> channels,

        @Nullable
        @Min(1)
        @Max(20)
        @Schema(
                description = "Letters and texts to one customer on one day, at the most; 1 where absent.",
                example = "1")
        Integer dailyCap,

        @Nullable @Schema(description = "A letter of less, in this currency alone, is not written.")
        Money minimum) {
    private static final int APPROVAL_DAYS = 3;

    DunningApproval approvalOrUsual() {
        return Objects.requireNonNullElse(approval, DunningApproval.OWNER);
    }

    int approvalDaysOrUsual() {
        return Objects.requireNonNullElse(approvalDays, APPROVAL_DAYS);
    }

    /** Each once. */
    List<DunningChannel> channelsOrUsual() {
        var wanted = Objects.requireNonNullElse(channels, List.of(DunningChannel.EMAIL, DunningChannel.SMS));
        return List.copyOf(new LinkedHashSet<>(wanted));
    }

    int dailyCapOrUsual() {
        return Objects.requireNonNullElse(dailyCap, 1);
    }
}
