package io.huikuan.bankstatement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.rules.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of a bank statement as finance sees it. */
@Schema(name = "BankStatementLine")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementLineView(
        @Schema(required = true) UUID id,

        @Schema(required = true, example = "ICBC-1001", description = "The company's own.")
        String account,

        @Schema(
                required = true,
                example = "20261120000931",
                description = "The bank's own number of it (流水号); names the line within the account.")
        String bankReference,

        @Schema(required = true, example = "2026-11-20") LocalDate valueDate,
        @Schema(required = true) Money amount,
        @Nullable @Schema(example = "上海远景贸易有限公司") String payerName,
        @Nullable @Schema(example = "6222021001116245702") String payerAccount,
        @Nullable @Schema(example = "货款 INV-2026-0117") String remittance,

        @Schema(
                required = true,
                description = "MATCHED: it is the payments of the last decision. REFUSED: it is no customer's money.")
        StatementLineState state,

        @Schema(required = true) Instant importedAt,

        @Nullable @Schema(description = "The first one first; the last one counts. Absent in lists.")
        List<DecisionView> decisions,

        @Schema(required = true, description = "The number in the ETag.", example = "1")
        long version) {

    /** What somebody decided about a line. */
    @Schema(name = "BankStatementDecision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DecisionView(
            @Schema(required = true) UUID id,
            @Schema(required = true) StatementDecision.Kind kind,
            @Nullable @Schema(example = "Interest") String reason,
            @Schema(required = true) UUID decidedBy,
            @Schema(required = true, example = "赵敏") String decidedByName,
            @Schema(required = true) Instant decidedAt,

            @Schema(required = true, description = "Empty but of a match.")
            List<PartView> parts) {}

    /** A payment that the line, or a part of it, was matched to. */
    @Schema(name = "BankStatementMatchedPart")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PartView(
            @Schema(required = true) UUID customerId,
            @Schema(required = true, example = "上海远景贸易有限公司") String customerName,
            @Schema(required = true) UUID paymentId,

            @Schema(
                    required = true,
                    example = "CONFIRMED",
                    description =
                            "What the match booked. RECORDED: all of it. CONFIRMED: a claim. CLEARED: a cheque or draft. NOTHING: it was in the "
                                    + "books already, and stays there when the line is opened again.")
            MatchedPart.Booked booked,

            @Schema(required = true) Money amount,

            @Schema(required = true, description = "What spoke for it when it was decided.")
            List<EvidenceView> evidence) {}

    static StatementLineView of(StatementLine line, @Nullable List<DecisionView> decisions) {
        return new StatementLineView(
                line.id,
                line.account,
                line.bankReference,
                line.valueDate,
                line.money(),
                line.payerName,
                line.payerAccount,
                line.remittance,
                line.state,
                line.importedAt,
                decisions,
                line.version);
    }
}
