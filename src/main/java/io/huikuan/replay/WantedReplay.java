package io.huikuan.replay;

import io.huikuan.assignment.PolicyScope;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotInExample;
import io.huikuan.platform.Problem.Fault;
import io.huikuan.policy.WantedLadder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which policy is to be tried out, on which days, and where it is taken to be assigned. */
@Schema(name = "NewPolicyReplay")
public record WantedReplay(
        @NotNull @Schema(required = true, example = "2026-08-01")
        LocalDate from,

        @Nullable @Schema(example = "2026-11-22", description = "Today where absent, which is the latest.")
        LocalDate to,

        @NotNull
        @Schema(required = true, example = "ORGANISATION", description = "Where the policy is taken to be assigned.")
        PolicyScope scope,

        @NotInExample
        @Nullable
        @Size(max = 60)
        @Schema(description = "With the scope CUSTOMER_CLASS only.", example = "A")
        String customerClass,

        @NotInExample @Nullable @Schema(description = "With the scope CUSTOMER or CONTRACT only.")
        UUID subjectId,

        @NotInExample @Nullable @Schema(description = "A policy that is written; this or `ladder`.")
        UUID policyId,

        @Nullable @Valid @Schema(description = "One that isn't; this or `policyId`.")
        WantedLadder ladder) {
    private static final int MOST_MONTHS = 24;

    LocalDate through(LocalDate today) {
        return Objects.requireNonNullElse(to, today);
    }

    /** @throws InvalidRequest when it says what it tries out not once, or days that are none */
    void requireSense(LocalDate today) {
        var faults = new ArrayList<Fault>();
        if (through(today).isAfter(today)) {
            faults.add(new Fault("/to", "must-not-be-in-the-future", List.of()));
        }
        if (from.isAfter(through(today))) {
            faults.add(new Fault("/from", "after-the-end", List.of()));
        }
        if (from.isBefore(today.minusMonths(MOST_MONTHS))) {
            faults.add(new Fault("/from", "too-long-ago", List.of(MOST_MONTHS)));
        }
        if ((policyId == null) == (ladder == null)) {
            faults.add(new Fault("/policyId", "policy-or-ladder", List.of()));
        }
        if ((scope == PolicyScope.CUSTOMER_CLASS) == (customerClass == null)) {
            faults.add(new Fault("/customerClass", customerClass == null ? "required" : "other-scope", List.of(scope)));
        }
        boolean hasSubject = scope == PolicyScope.CUSTOMER || scope == PolicyScope.CONTRACT;
        if (hasSubject == (subjectId == null)) {
            faults.add(new Fault("/subjectId", subjectId == null ? "required" : "other-scope", List.of(scope)));
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }
}
