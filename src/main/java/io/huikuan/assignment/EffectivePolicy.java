package io.huikuan.assignment;

import io.huikuan.rules.PolicyInForce;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one receivable's reminders follow, and why.
 *
 * @param said by every scope that says something, the most specific first; the first that has not ended wins
 * @param winner empty where nobody has said anything that still holds: then it is the standard ladder
 */
public record EffectivePolicy(PolicyInForce inForce, Optional<PolicyScope> winner, List<Claim> said) {
    /**
     * @param policyId empty for "no reminders"
     * @param ended before today
     */
    public record Claim(PolicyScope scope, Optional<UUID> policyId, Optional<LocalDate> lastDay, boolean ended) {}
}
