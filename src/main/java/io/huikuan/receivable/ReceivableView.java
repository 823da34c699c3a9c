package io.huikuan.receivable;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.rules.Money;
import java.time.Instant;
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

        @Schema(
                required = true,
                example = "2026-11-22",
                description = "When it was billed to be due, whatever was agreed since.")
        LocalDate billedDueOn,

        @Schema(required = true) Money amount,

        @Schema(required = true, description = "What is still to be paid.")
        Money open,

        @Schema(
                required = true,
                description = "In cash. With open, secured, credited, writtenOff and replanned it adds up to amount.")
        Money paid,

        @Schema(
                required = true,
                description = "Covered by cheques and drafts that have not cleared: neither open nor paid.")
        Money secured,

        @Schema(required = true, description = "By credit notes and discounts.")
        Money credited,

        @Schema(required = true) Money writtenOff,

        @Schema(required = true, description = "Billed on other receivables by a new version of the plan.")
        Money replanned,

        @Nullable
        @Schema(
                description =
                        "What of the customer's money and credit notes in this currency is applied to nothing yet; of a single receivable.")
        Money unapplied,

        @Nullable
        @Schema(
                description =
                        "Of what is open: promised, disputed or paused, so that nobody is reminded of it. Absent of another day.")
        Money onHold,

        @Nullable
        @Schema(
                description =
                        "The last day of the hold that ends first; absent where nothing is held, or only a decision ends it.",
                example = "2026-11-30")
        LocalDate heldUntil,

        @Schema(required = true, example = "PARTLY_PAID") Status status,

        @Schema(required = true, description = "Something is open, and it was due before today, or the as-of day.")
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

        @Nullable @Schema(description = "Absent for the present.", example = "2026-10-31")
        LocalDate asOf,

        @Nullable @Schema(description = "Absent where all counts that is known now.")
        Instant knownAt,

        @Schema(required = true, description = "The number in the ETag.")
        long version) {

    /** How far it is settled; whether it is late is another question, see {@link ReceivableView#overdue}. */
    @Schema(name = "ReceivableStatus")
    public enum Status {
        OPEN,
        /** A part is settled, in whatever way. */
        PARTLY_PAID,
        /** Nothing is open; a part waits for a cheque or draft to clear. */
        SECURED,
        /** Nothing is open or waits; a part was given up. */
        WRITTEN_OFF,
        PAID;

        static Status of(Money amount, Money open, Settled settled) {
            if (open.isPositive()) {
                return open.equals(amount) ? OPEN : PARTLY_PAID;
            }
            if (settled.secured().isPositive()) {
                return SECURED;
            }
            return settled.writtenOff().isPositive() ? WRITTEN_OFF : PAID;
        }
    }

    /** As it stands. */
    static ReceivableView of(
            Receivable receivable,
            String customerName,
            @Nullable LocalDate nextLookOn,
            Settled settled,
            OnHold onHold,
            LocalDate today) {
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
                receivable.billedDueOn,
                amount,
                open,
                settled.paid(),
                settled.secured(),
                settled.credited(),
                settled.writtenOff(),
                settled.replanned(),
                null,
                onHold.amount(),
                onHold.until(),
                Status.of(amount, open, settled),
                overdue,
                overdue ? ChronoUnit.DAYS.between(receivable.dueOn, today) : 0,
                receivable.contractId,
                receivable.invoiceId,
                nextLookOn,
                receivable.note,
                null,
                null,
                receivable.version);
    }

    /** As it stood. */
    static ReceivableView of(BookQueries.Then then, Settled settled, LocalDate asOf, @Nullable Instant knownAt) {
        var amount = Money.of(then.amount(), then.currency());
        var open = Money.of(then.open(), then.currency());
        boolean overdue = open.isPositive() && then.dueOn().isBefore(asOf);
        return new ReceivableView(
                then.id(),
                then.customerId(),
                then.customerName(),
                then.ownerId(),
                then.number(),
                then.issuedOn(),
                then.dueOn(),
                then.billedDueOn(),
                amount,
                open,
                settled.paid(),
                settled.secured(),
                settled.credited(),
                settled.writtenOff(),
                settled.replanned(),
                null,
                null,
                null,
                Status.of(amount, open, settled),
                overdue,
                overdue ? ChronoUnit.DAYS.between(then.dueOn(), asOf) : 0,
                then.contractId(),
                then.invoiceId(),
                null,
                then.note(),
                asOf,
                knownAt,
                then.version());
    }

    ReceivableView offering(Money customerUnapplied) {
        return new ReceivableView(
                id,
                customerId,
                customerName,
                ownerId,
                number,
                issuedOn,
                dueOn,
                billedDueOn,
                amount,
                open,
                paid,
                secured,
                credited,
                writtenOff,
                replanned,
                customerUnapplied,
                onHold,
                heldUntil,
                status,
                overdue,
                daysPastDue,
                contractId,
                invoiceId,
                nextLookOn,
                note,
                asOf,
                knownAt,
                version);
    }
}
