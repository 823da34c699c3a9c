package io.huikuan.interest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.interest.InterestReckoning.Reckoned;
import io.huikuan.rules.LateInterest.DayBasis;
import io.huikuan.rules.LateInterest.Segment;
import io.huikuan.rules.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What being late has cost one receivable, and what of it is still due. */
@Schema(name = "Interest")
@JsonInclude(JsonInclude.Include.NON_NULL)
record InterestView(
        @Schema(required = true, example = "2026-11-22") LocalDate asOf,

        @Nullable @Schema(description = "Reckoned from what had been recorded then.")
        Instant knownAt,

        @Schema(required = true) UUID receivableId,

        @Schema(required = true, example = "INV-2026-0117/1")
        String number,

        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "上海远景贸易有限公司") String customerName,

        @Schema(required = true, description = "The nights that cost something, in order.")
        List<Nights> segments,

        @Schema(required = true, description = "Whether interest would be more without the cap.")
        boolean capped,

        @Schema(required = true) Dues interest,
        @Schema(required = true) Dues fees,

        @Schema(required = true, description = "Interest and fees together.")
        Money due) {

    @Schema(name = "InterestSegment")
    record Nights(
            @Schema(required = true, example = "2026-10-01", description = "The evening of the first night.")
            LocalDate from,

            @Schema(required = true, example = "2026-10-31", description = "The morning after the last one.")
            LocalDate to,

            @Schema(required = true, example = "30") long nights,

            @Schema(required = true, description = "What was open of it.")
            Money principal,

            @Schema(required = true, example = "12.5") String annualPercent,
            @Schema(required = true) DayBasis dayBasis) {
        static Nights of(Segment segment) {
            return new Nights(
                    segment.from(),
                    segment.to(),
                    segment.nights(),
                    segment.principal(),
                    InterestTermsView.plain(segment.terms().annualPercent()),
                    segment.terms().basis());
        }
    }

    @Schema(name = "InterestDues")
    record Dues(
            @Schema(required = true, description = "Whether it was settled since or not.")
            Money accrued,

            @Schema(required = true) Money paid,
            @Schema(required = true) Money waived,

            @Schema(required = true, description = "Also when the principal has long been paid. Never less than zero.")
            Money due) {}

    static InterestView of(Reckoned reckoned, LocalDate asOf, @Nullable Instant knownAt) {
        var late = reckoned.late();
        var accrued = reckoned.accrued();
        return new InterestView(
                asOf,
                knownAt,
                late.id(),
                late.number(),
                late.customerId(),
                late.customerName(),
                accrued.segments().stream().map(Nights::of).toList(),
                accrued.capped(),
                new Dues(
                        accrued.interest(),
                        reckoned.paid("INTEREST"),
                        reckoned.waived("INTEREST"),
                        reckoned.interestDue()),
                new Dues(accrued.fees(), reckoned.paid("FEE"), reckoned.waived("FEE"), reckoned.feesDue()),
                reckoned.interestDue().plus(reckoned.feesDue()));
    }

    /** Of what was never late, or where nothing is agreed. */
    static InterestView none(InterestQueries.Seen seen, LocalDate asOf, @Nullable Instant knownAt) {
        var zero = Money.zero(seen.currency());
        var nothing = new Dues(zero, zero, zero, zero);
        return new InterestView(
                asOf,
                knownAt,
                seen.id(),
                seen.number(),
                seen.customerId(),
                seen.customerName(),
                List.of(),
                false,
                nothing,
                nothing,
                zero);
    }
}
