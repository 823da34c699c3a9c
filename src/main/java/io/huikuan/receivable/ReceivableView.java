package io.huikuan.receivable;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A receivable as its owner, the owner's managers and finance see it today. */
@Schema(name = "Receivable")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceivableView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "上海远景贸易有限公司") String customerName,
        @Schema(required = true) UUID ownerId,

        @Schema(required = true, example = "INV-2026-0117/1")
        String number,

        @Schema(required = true, example = "2026-10-23") LocalDate issuedOn,
        @Schema(required = true, example = "2026-11-22") LocalDate dueOn,
        @Schema(required = true) Money amount,

        @Schema(required = true, description = "What is still to be paid.")
        Money open,

        @Schema(required = true, description = "amount less open.")
        Money paid,

        @Schema(required = true, example = "PARTLY_PAID") Status status,

        @Schema(required = true, description = "Something is open, and it was due before today.")
        boolean overdue,

        @Schema(required = true, description = "Whole days since the due date; 0 unless overdue.", example = "12")
        long daysPastDue,

        @Nullable UUID contractId,
        @Nullable UUID invoiceId,

        @Nullable
        @Schema(description = "When the reminder run looks at it next; absent when paid.", example = "2026-11-15")
        LocalDate nextLookOn,

        @Nullable @Schema(example = "Pays at the month's end")
        String note,

        @Schema(required = true, description = "The number in the ETag.")
        long version) {

    /** How far it is settled; whether it is late is another question, see {@link ReceivableView#overdue}. */
    @Schema(name = "ReceivableStatus")
    public enum Status {
        OPEN,
        PARTLY_PAID,
        PAID;

        static Status of(Money amount, Money open) {
            if (open.isZero()) {
                return PAID;
            }
            return open.equals(amount) ? OPEN : PARTLY_PAID;
        }
    }

    static ReceivableView of(Receivable receivable, String customerName, LocalDate today) {
        var amount = receivable.billed();
        var open = receivable.open();
        boolean overdue = receivable.isOpen() && receivable.dueOn.isBefore(today);
        return new ReceivableView(
                receivable.id,
                receivable.customerId,
                customerName,
                receivable.ownerId,
                receivable.number,
                receivable.issuedOn,
                receivable.dueOn,
                amount,
                open,
                amount.minus(open),
                Status.of(amount, open),
                overdue,
                overdue ? ChronoUnit.DAYS.between(receivable.dueOn, today) : 0,
                receivable.contractId,
                receivable.invoiceId,
                receivable.nextLookOn,
                receivable.note,
                receivable.version);
    }
}
