package io.huikuan.bankstatement;

import io.huikuan.rules.MatchEvidence;
import io.huikuan.rules.Money;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A payment that is a line of a statement, or a part of it.
 *
 * @param booked what the match booked of it
 * @param evidence what spoke for it when it was decided
 */
public record MatchedPart(UUID customerId, UUID paymentId, Booked booked, Money amount, List<MatchEvidence> evidence) {
    /** What a match booked of a payment: that has to be taken back before the line can be opened again. */
    @Schema(name = "BankStatementMatchBooked")
    public enum Booked {
        /** All of it: nobody had told of it. */
        RECORDED,
        /** That what was claimed has come. */
        CONFIRMED,
        /** That the cheque or draft has become cash. */
        CLEARED,
        /** It was in the books already. */
        NOTHING
    }

    public MatchedPart {
        evidence = List.copyOf(evidence);
    }
}
