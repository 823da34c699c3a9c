package io.huikuan.interest;

import io.huikuan.platform.InvalidRequest;
import io.huikuan.rules.LateInterest.DayBasis;
import io.huikuan.rules.LateInterest.Fee;
import io.huikuan.rules.LateInterest.Terms;
import io.huikuan.rules.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewInterestTerms")
record InterestTermsRequest(
        @Nullable @Schema(description = "A UUIDv7 of the client's own; absent: one is made.")
        UUID id,

        @Nullable
        @Schema(description = "Only for receivables of this contract; absent: wherever no contract has terms.")
        UUID contractId,

        @NotNull @Schema(required = true, example = "2026-07-01", description = "The first evening that they hold for.")
        LocalDate validFrom,

        @NotBlank
        @Schema(
                required = true,
                example = "12.5",
                description = "A year's interest in percent, less than 1000; 0 ends it.")
        String annualPercent,

        @Nullable @Schema(description = "ACTUAL_365 where absent.")
        DayBasis dayBasis,

        @Nullable
        @Min(0)
        @Max(365)
        @Schema(example = "5", description = "Nights after the due date that cost nothing; 0 where absent.")
        Integer graceDays,

        @Nullable
        @Schema(example = "24", description = "The most that interest comes to, in percent of what was billed.")
        String capPercent,

        @Nullable @Valid FeeRequest fee,

        @NotBlank @Size(max = 500) @Schema(required = true, example = "General terms of July 2026")
        String reason) {

    /** 999.999999 is what the column holds. */
    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,6})?");

    @Schema(name = "LateFee")
    record FeeRequest(
            @NotNull
            @Schema(
                    required = true,
                    description = "Less than 1,000,000,000. Receivables in another currency bear no fee.")
            Money amount,

            @NotNull
            @Min(1)
            @Max(3650)
            @Schema(required = true, example = "30", description = "Once for each so many nights overdue.")
            Integer everyDays) {
        /** In any currency more than a flat amount for being late can be; what it comes to over the years stays an amount. */
        private static final BigDecimal BOUND = BigDecimal.valueOf(1_000_000_000);

        Fee fee() {
            if (!amount.isPositive()) {
                throw InvalidRequest.field("/fee/amount/amount", "must-be-positive");
            }
            if (amount.amount().compareTo(BOUND) >= 0) {
                throw InvalidRequest.field("/fee/amount/amount", "must-be-less-than", BOUND);
            }
            return new Fee(amount, everyDays);
        }
    }

    /** @throws InvalidRequest when a percent or the fee makes no sense */
    NewInterestTerms wanted() {
        var cap = capPercent == null ? null : percent("/capPercent", capPercent);
        if (cap != null && cap.signum() == 0) {
            throw InvalidRequest.field("/capPercent", "must-be-positive");
        }
        var terms = new Terms(
                percent("/annualPercent", annualPercent),
                Objects.requireNonNullElse(dayBasis, DayBasis.ACTUAL_365),
                Objects.requireNonNullElse(graceDays, 0),
                cap,
                fee == null ? null : fee.fee());
        return new NewInterestTerms(id, contractId, validFrom, terms, reason);
    }

    private static BigDecimal percent(String pointer, String text) {
        if (!PERCENT.matcher(text).matches()) {
            throw InvalidRequest.field(pointer, "percent-malformed");
        }
        return new BigDecimal(text);
    }
}
