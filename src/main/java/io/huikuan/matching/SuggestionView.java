package io.huikuan.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.allocation.WantedAllocation.WantedShare;
import io.huikuan.bankstatement.EvidenceView;
import io.huikuan.bankstatement.OpenLine;
import io.huikuan.rules.StatementMatching;
import io.huikuan.rules.StatementMatching.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One way to match a line, and what speaks for it. */
@Schema(name = "MatchSuggestion")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuggestionView(
        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "上海远景贸易有限公司") String customerName,

        @Nullable @Schema(description = "The claim that it would confirm.")
        UUID paymentId,

        @Schema(
                required = true,
                description =
                        "NAMED: receivables whose number, or whose invoice's or contract's, the payer wrote. SINGLE: one. ALL_OPEN, "
                                + "ALL_OVERDUE: all of the customer's. OLDEST: so many of the oldest. PAIR: the only two that make the "
                                + "amount. USUAL: nothing in particular.")
        StatementMatching.Settles settles,

        @Schema(
                required = true,
                description =
                        "What to send to accept it, as it is. Empty where it can't be: a claim of another amount has to be "
                                + "rejected first, or claimed anew.")
        List<MatchPart> parts,

        @Schema(required = true, description = "What speaks for it, and against it.")
        List<EvidenceView> evidence) {

    static SuggestionView of(OpenLine line, Suggestion suggestion, Locale locale) {
        var claim = suggestion.claim();
        boolean acceptable = claim == null || claim.amount().equals(line.amount());
        return new SuggestionView(
                suggestion.customerId(),
                suggestion.customerName(),
                claim == null ? null : claim.paymentId(),
                suggestion.settles(),
                acceptable ? List.of(part(line, suggestion)) : List.of(),
                suggestion.evidence().stream()
                        .map(evidence -> EvidenceView.of(evidence, locale))
                        .toList());
    }

    private static MatchPart part(OpenLine line, Suggestion suggestion) {
        var claim = suggestion.claim();
        var shares = suggestion.shares().stream()
                .map(share -> new WantedShare(share.receivableId(), share.amount()))
                .toList();
        return new MatchPart(
                claim == null ? null : claim.paymentId(),
                claim == null ? suggestion.customerId() : null,
                line.amount(),
                null,
                shares.isEmpty() ? null : shares);
    }
}
