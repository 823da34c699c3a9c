package io.huikuan.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.policy.LadderView;
import io.huikuan.policy.StepView;
import io.huikuan.rules.DayCount;
import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The ladder that a customer's or contract's receivables climb, and why it is this one. */
@Schema(name = "EffectivePolicy")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EffectivePolicyView(
        @Schema(
                required = true,
                example = "standard",
                description = "The policy's id; `standard` for the built-in one.")
        String policy,

        @Schema(required = true, example = "1") int policyVersion,
        @Schema(required = true) Because because,

        @Schema(
                required = true,
                description = "Nobody is reminded; the ladder is the one that would be climbed otherwise.")
        boolean silent,

        @Nullable @Schema(example = "2026-12-31", description = "Then what is less specific is followed again.")
        LocalDate lastDay,

        @Schema(required = true) List<StepView> steps,
        @Schema(required = true) DayCount dayCount,
        @Schema(required = true) List<Money> minimumOpen,

        @Schema(
                required = true,
                example = "1",
                description = "Calendar days between two reminders about one receivable.")
        int minimumIntervalDays,

        @Schema(required = true, example = "30") int idleLookDays,

        @Schema(
                required = true,
                description = "All that is said about it, the most specific first: the first that has not ended wins.")
        List<ClaimView> considered) {
    /** The most specific policy wins; this is what it is specific to. */
    @Schema(name = "PolicyBecause")
    enum Because {
        CONTRACT,
        CUSTOMER,
        CUSTOMER_CLASS,
        ORGANISATION,
        /** The organisation has written none of its own. */
        STANDARD
    }

    @Schema(name = "PolicyClaim")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClaimView(
            @Schema(required = true) PolicyScope scope,

            @Nullable @Schema(description = "Nobody is reminded where absent.")
            UUID policyId,

            @Nullable @Schema(example = "2026-12-31") LocalDate lastDay,
            @Schema(required = true) boolean ended,
            @Schema(required = true) boolean wins) {}

    static EffectivePolicyView of(EffectivePolicy effective) {
        var inForce = effective.inForce();
        var ladder = LadderView.of(inForce.policy());
        return new EffectivePolicyView(
                inForce.policy().id(),
                inForce.policy().version(),
                effective.winner().map(scope -> Because.valueOf(scope.name())).orElse(Because.STANDARD),
                inForce.silent(),
                inForce.lastDay().orElse(null),
                ladder.steps(),
                ladder.dayCount(),
                ladder.minimumOpen(),
                ladder.minimumIntervalDays(),
                ladder.idleLookDays(),
                effective.said().stream()
                        .map(claim -> new ClaimView(
                                claim.scope(),
                                claim.policyId().orElse(null),
                                claim.lastDay().orElse(null),
                                claim.ended(),
                                effective.winner().filter(claim.scope()::equals).isPresent()))
                        .toList());
    }
}
