package io.huikuan.interest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.rules.LateInterest.DayBasis;
import io.huikuan.rules.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was agreed about being late, from a day on. */
@Schema(name = "InterestTerms")
@JsonInclude(JsonInclude.Include.NON_NULL)
record InterestTermsView(
        @Schema(required = true) UUID id,

        @Nullable @Schema(description = "Absent where they hold for all that no contract has terms for.")
        UUID contractId,

        @Schema(required = true, example = "2026-07-01") LocalDate validFrom,
        @Schema(required = true, example = "12.5") String annualPercent,
        @Schema(required = true) DayBasis dayBasis,
        @Schema(required = true, example = "5") int graceDays,
        @Nullable @Schema(example = "24") String capPercent,

        @Nullable
        @Schema(description = "Asked for once for each so many nights overdue, on receivables in its currency only.")
        Fee fee,

        @Schema(required = true, example = "General terms of July 2026")
        String reason,

        @Schema(required = true) UUID recordedBy,
        @Schema(required = true) Instant recordedAt) {

    @Schema(name = "InterestTermsFee")
    record Fee(
            @Schema(required = true) Money amount,
            @Schema(required = true, example = "30") int everyDays) {}

    static InterestTermsView of(InterestTerms kept) {
        var terms = kept.terms();
        var fee = terms.fee();
        return new InterestTermsView(
                kept.id,
                kept.contractId,
                kept.validFrom,
                plain(terms.annualPercent()),
                terms.basis(),
                terms.graceDays(),
                terms.capPercent() == null ? null : plain(terms.capPercent()),
                fee == null ? null : new Fee(fee.amount(), fee.everyDays()),
                kept.reason,
                kept.recordedBy,
                kept.recordedAt);
    }

    /** 12.500000 is 12.5. */
    static String plain(BigDecimal percent) {
        return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
    }
}
