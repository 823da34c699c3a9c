package io.huikuan.dunning;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.rules.Money;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How customers are reminded. */
@Schema(name = "DunningRule")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DunningRuleView(
        @Schema(required = true) UUID id,

        @Nullable @Schema(description = "The organisation as a whole where absent.", example = "A")
        String customerClass,

        @Nullable @Schema(description = "These customers are not reminded where absent.")
        UUID policyId,

        @Nullable @Schema(example = "客户催款") String policyName,
        @Schema(required = true) DunningApproval approval,

        @Schema(required = true, description = "How many working days a letter waits for approval.", example = "3")
        int approvalDays,

        @Schema(required = true, description = "In the order in which they are tried.")
        List<DunningChannel> channels,

        @Schema(
                required = true,
                description = "Letters and texts to one customer on one day, at the most.",
                example = "1")
        int dailyCap,

        @Nullable @Schema(description = "A letter of less, in this currency alone, is not written.")
        Money minimum,

        @Schema(required = true) Instant setAt,

        @Schema(required = true, description = "The number in the ETag.")
        long version) {
    static DunningRuleView of(DunningRuleQueries.Row row) {
        return new DunningRuleView(
                row.id(),
                row.customerClass(),
                row.policyId(),
                row.policyName(),
                DunningApproval.valueOf(row.approval()),
                row.approvalDays(),
                channels(row.channels()),
                row.dailyCap(),
                row.minimumAmount() == null || row.minimumCurrency() == null
                        ? null
                        : Money.of(row.minimumAmount(), row.minimumCurrency()),
                row.setAt(),
                row.version());
    }

    /** @param names with commas in between */
    static List<DunningChannel> channels(String names) {
        return Arrays.stream(names.split(",")).map(DunningChannel::valueOf).toList();
    }
}
