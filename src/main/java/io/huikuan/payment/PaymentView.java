package io.huikuan.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.allocation.AllocationView;
import io.huikuan.platform.NotInExample;
import io.huikuan.rules.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payment as finance, the customer's owner and the owner's managers see it. */
@Schema(name = "Payment")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "上海远景贸易有限公司") String customerName,
        @Schema(required = true, example = "2026-11-20") LocalDate receivedOn,
        @Schema(required = true) Money amount,

        @Schema(required = true, description = "What is allocated to no receivable yet.")
        Money unapplied,

        @Schema(required = true, example = "BANK_TRANSFER") String method,

        @Nullable
        @Schema(example = "ICBC-1001", description = "On which of the company's own accounts, where somebody says.")
        String account,

        @Nullable @Schema(example = "ICBC-20261120-0093") String reference,

        @Nullable @Schema(example = "Pays at the month's end")
        String note,

        @Schema(
                required = true,
                example = "CONFIRMED",
                description =
                        "CLAIMED: a salesperson says that it came. CONFIRMED: it came; only now it counts. SECURED: the cheque or draft is "
                                + "in hand; what it covers is owed no more, but is collected only once it has cleared. REJECTED: it never "
                                + "came. BOUNCED: the cheque or draft was not honoured. REVERSED: it came and is gone again.")
        PaymentState state,

        @NotInExample
        @Nullable
        @Schema(example = "BANK_ACCEPTANCE", description = "Of a cheque or draft; absent where it is cash.")
        Instrument instrument,

        @NotInExample
        @Nullable
        @Schema(example = "2027-02-20", description = "From when on the cheque or draft can become cash.")
        LocalDate maturesOn,

        @NotInExample @Nullable @Schema(example = "2027-02-22", description = "When it did.")
        LocalDate clearedOn,

        @NotInExample
        @Nullable
        @Schema(description = "Why it was rejected or reversed, or bounced.", example = "cheque bounced")
        String reason,

        @Nullable @Schema(description = "Where the bank says that it came: absent while no line is matched to it.")
        MatchedLine statementLine,

        @Nullable UUID recordedBy,
        @Schema(required = true) Instant recordedAt,

        @Nullable @Schema(description = "In the order in which they were made; absent in lists.")
        List<AllocationView> allocations,

        @Schema(
                required = true,
                description =
                        "The number in the ETag: it grows whenever the payment changes, or whether a line is matched to it.")
        long version) {

    /** A line of a bank statement that a payment is, or is a part of. */
    @Schema(name = "PaymentStatementLine")
    record MatchedLine(
            @Schema(required = true) UUID lineId,

            @Schema(required = true, example = "ICBC-1001", description = "The company's own.")
            String account,

            @Schema(required = true, example = "20261120000931")
            String bankReference) {
        static @Nullable MatchedLine of(PaymentQueries.Row row) {
            return row.lineId() == null
                    ? null
                    : new MatchedLine(
                            row.lineId(),
                            Objects.requireNonNull(row.lineAccount()),
                            Objects.requireNonNull(row.bankReference()));
        }
    }

    /** One that is in the books since this transaction, so that no line can be matched to it. */
    static PaymentView recorded(Payment payment, String customerName, List<AllocationView> allocations) {
        return of(new PaymentQueries.Row(payment, customerName, null, null, null, 0), allocations);
    }

    static PaymentView of(PaymentQueries.Row row, @Nullable List<AllocationView> allocations) {
        var payment = row.payment();
        return new PaymentView(
                payment.id,
                payment.customerId,
                row.customerName(),
                payment.receivedOn,
                payment.received(),
                payment.unapplied(),
                payment.method,
                payment.account,
                payment.reference,
                payment.note,
                payment.state,
                payment.instrument,
                payment.maturesOn,
                payment.clearedOn,
                payment.reason,
                MatchedLine.of(row),
                payment.recordedBy,
                payment.createdAt,
                allocations,
                payment.version + row.linesVersion());
    }
}
