package io.huikuan.bankstatement;

import io.huikuan.rules.MatchEvidence;
import io.huikuan.rules.Money;
import java.util.List;
import java.util.UUID;

/**
 * A payment that is a line of a statement, or a part of it.
 *
 * @param claimed whether it was a claim before; else it was recorded for this line
 * @param evidence what spoke for it when it was decided
 */
public record MatchedPart(
        UUID customerId, UUID paymentId, boolean claimed, Money amount, List<MatchEvidence> evidence) {
    public MatchedPart {
        evidence = List.copyOf(evidence);
    }
}
