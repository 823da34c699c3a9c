package io.huikuan.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.allocation.WantedAllocation.WantedShare;
import io.huikuan.bankstatement.EvidenceView;
import io.huikuan.bankstatement.OpenLine;
import io.huikuan.rules.Money;
import io.huikuan.rules.StatementMatching;
import io.huikuan.rules.StatementMatching.Payment;
import io.huikuan.rules.StatementMatching.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One way to match a line, and what speaks for it. */
@Schema(name = "MatchSuggestion")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuggestionView(
        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "上海远景贸易有限公司") String customerName,

        @Schema(
                required = true,
                description =
                        "The payments that it would be: one, or two or three that came together. Empty where it is a new one.")
        List<UUID> paymentIds,

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
                        "What to send to accept it, as it is. Empty where it can't be: a payment of another amount has to be rejected "
                                + "or taken back first, and told anew.")
        List<MatchPart> parts,

        @Schema(required = true, description = "What speaks for it, and against it.")
        List<EvidenceView> evidence) {

    static SuggestionView of(OpenLine line, Suggestion suggestion, Locale locale) {
        return new SuggestionView(
                suggestion.customerId(),
                suggestion.customerName(),
                suggestion.paymentIds(),
                suggestion.settles(),
                parts(line, suggestion),
                suggestion.evidence().stream()
                        .map(evidence -> EvidenceView.of(evidence, locale))
                        .toList());
    }

    private static List<MatchPart> parts(OpenLine line, Suggestion suggestion) {
        var shares = suggestion.shares().stream()
                .map(share -> new WantedShare(share.receivableId(), share.amount()))
                .toList();
        var allocations = shares.isEmpty() ? null : shares;
        var payments = suggestion.payments();
        if (payments.isEmpty()) {
            return List.of(new MatchPart(null, suggestion.customerId(), line.amount(), null, allocations));
        }
        var parts = payments.stream()
                .map(payment -> new MatchPart(payment.paymentId(), null, payment.amount(), null, allocations))
                .toList();
        boolean acceptable = payments.stream()
                .map(Payment::amount)
                .reduce(Money::plus)
                .filter(line.amount()::equals)
                .isPresent();
        return acceptable ? parts : List.of();
    }
}
