package io.huikuan.assignment;

import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotInExample;
import io.huikuan.platform.Problem.Fault;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be followed within one scope. */
@Schema(name = "NewPolicyAssignment")
public record AssignmentDetails(
        @Nullable @Schema(description = "For a new assignment only.")
        UUID id,

        @NotNull @Schema(required = true) PolicyScope scope,

        @NotInExample
        @Nullable
        @Size(max = 60)
        @Pattern(regexp = ".*\\S.*")
        @Schema(description = "With the scope CUSTOMER_CLASS only.", example = "A")
        String customerClass,

        @NotInExample @Nullable @Schema(description = "With the scope CUSTOMER only.")
        UUID customerId,

        @Nullable @Schema(description = "With the scope CONTRACT only.")
        UUID contractId,

        @Nullable @Schema(description = "Nobody is reminded where absent.")
        UUID policyId,

        @Nullable
        @Schema(
                description = "Then what is less specific is followed again; no end where absent.",
                example = "2026-12-31")
        LocalDate lastDay,

        @Nullable @Size(max = 500) @Schema(example = "春节前已与客户约定")
        String reason) {
    /** @throws InvalidRequest when it does not name what its scope is about, or names something else too, or has ended */
    void requireSense(LocalDate today) {
        var faults = new ArrayList<Fault>();
        requireOnlyWith(PolicyScope.CUSTOMER_CLASS, customerClass, "/customerClass", faults);
        requireOnlyWith(PolicyScope.CUSTOMER, customerId, "/customerId", faults);
        requireOnlyWith(PolicyScope.CONTRACT, contractId, "/contractId", faults);
        if (lastDay != null && lastDay.isBefore(today)) {
            faults.add(new Fault("/lastDay", "in-the-past", List.of()));
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }

    private void requireOnlyWith(PolicyScope wanted, @Nullable Object named, String pointer, List<Fault> faults) {
        if (scope == wanted && named == null) {
            faults.add(new Fault(pointer, "required", List.of()));
        }
        if (scope != wanted && named != null) {
            faults.add(new Fault(pointer, "other-scope", List.of(scope)));
        }
    }
}
