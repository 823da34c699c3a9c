package io.huikuan.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is followed within one scope. */
@Schema(name = "PolicyAssignment")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssignmentView(
        @Schema(required = true) UUID id,
        @Schema(required = true) PolicyScope scope,
        @Nullable @Schema(example = "A") String customerClass,
        @Nullable UUID customerId,
        @Nullable @Schema(example = "上海远景贸易有限公司") String customerName,
        @Nullable UUID contractId,
        @Nullable @Schema(example = "HT-2026-018") String contractNumber,

        @Nullable @Schema(description = "Nobody is reminded where absent.")
        UUID policyId,

        @Nullable @Schema(example = "重点客户") String policyName,

        @Nullable @Schema(example = "2026-12-31") LocalDate lastDay,
        @Nullable @Schema(example = "春节前已与客户约定") String reason,
        @Schema(required = true) Instant assignedAt,

        @Schema(required = true, description = "The number in the ETag.")
        long version) {
    static AssignmentView of(AssignmentQueries.Row row) {
        return new AssignmentView(
                row.id(),
                PolicyScope.valueOf(row.scope()),
                row.customerClass(),
                row.customerId(),
                row.customerName(),
                row.contractId(),
                row.contractNumber(),
                row.policyId(),
                row.policyName(),
                row.lastDay(),
                row.reason(),
                row.assignedAt(),
                row.version());
    }
}
