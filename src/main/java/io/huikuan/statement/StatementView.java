package io.huikuan.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.currency.ReportingTotal;
import io.huikuan.rules.AgeingBucket;
import io.huikuan.rules.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A statement of account, or one page of it. PDF and XLSX say what is in here and nothing else. */
@Schema(name = "Statement")
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatementView(
        @Schema(required = true, example = "上海回款科技有限公司") String organisationName,
        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "C-0042") String customerCode,
        @Schema(required = true, example = "上海远景贸易有限公司") String customerName,
        @Schema(required = true, example = "2026-11-01") LocalDate from,

        @Schema(required = true, example = "2026-11-30", description = "As of whose end balances and open items are.")
        LocalDate to,

        @Nullable @Schema(description = "Only what had been recorded then.")
        Instant knownAt,

        @Schema(
                required = true,
                description = "One of each currency in which something happened or is open; the same on every page.")
        List<Account> accounts,

        @Schema(required = true, description = "By currency and day. On following pages: what comes next.")
        List<Entry> entries,

        @Schema(required = true, description = "By currency and due date; begins on the page on which the entries end.")
        List<OpenItem> openItems,

        @Nullable
        @Schema(description = "The closing balances in one currency, where `reportingCurrency` asks for that.")
        ReportingTotal reporting,

        @Nullable @Schema(description = "Absent on the last page.", example = "MR9DLTAwNDI")
        String nextCursor) {

    /** opening + debit − credit = closing = open − unappliedCash − unappliedPaper − unappliedCredit. */
    @Schema(
            name = "StatementAccount",
            description =
                    "opening + debit − credit = closing = open − unappliedCash − unappliedPaper − unappliedCredit. Positive: the customer "
                            + "owes it; negative: the customer has it to their credit.")
    record Account(
            @Schema(required = true, example = "CNY") String currency,

            @Schema(required = true, description = "At the end of the day before `from`.")
            Money opening,

            @Schema(required = true) Money debit,
            @Schema(required = true) Money credit,
            @Schema(required = true) Money closing,
            @Schema(required = true, example = "12") long entryCount,

            @Schema(
                    required = true,
                    description =
                            "Cheques and drafts in hand that have not cleared: the balance counts them as received.")
            Money secured,

            @Schema(required = true) Money open,
            @Schema(required = true, example = "3") long openCount,

            @Schema(required = true, description = "Received and allocated to nothing.")
            Money unappliedCash,

            @Schema(required = true, description = "The same of cheques and drafts that have not cleared.")
            Money unappliedPaper,

            @Schema(required = true, description = "The same of credit notes.")
            Money unappliedCredit,

            @Schema(required = true, description = "Late interest accrued and not settled. Not part of the balance.")
            Money interestDue,

            @Schema(required = true, description = "Late fees accrued and not settled. Not part of the balance.")
            Money feesDue,

            @Schema(required = true, description = "What is open by days past due: always all of them, in this order.")
            List<Bucket> buckets) {
        boolean isEmpty() {
            return entryCount == 0
                    && opening.isZero()
                    && openCount == 0
                    && secured.isZero()
                    && unappliedCash.isZero()
                    && unappliedCredit.isZero()
                    && interestDue.isZero()
                    && feesDue.isZero();
        }
    }

    @Schema(name = "StatementBucket")
    record Bucket(
            @Schema(required = true) AgeingBucket bucket,
            @Schema(required = true, example = "3") long count,
            @Schema(required = true) Money open) {}

    @Schema(name = "StatementEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            @Schema(required = true, description = "The day from which it counts.", example = "2026-11-05")
            LocalDate date,

            @Schema(required = true) EntryKind kind,

            @Nullable @Schema(description = "Of the receivable or the credit note.", example = "INV-2026-0117/1")
            String number,

            @Nullable
            @Schema(description = "Of the payment; of what was billed, the invoice.", example = "ICBC-20261105-17")
            String reference,

            @Nullable @Schema(description = "Of a cheque or draft.", example = "BANK_ACCEPTANCE")
            String instrument,

            @Nullable LocalDate maturesOn,

            @Schema(required = true, description = "What the document is about, whichever way it moves the balance.")
            Money amount,

            @Nullable @Schema(description = "Adds to what is owed.")
            Money debit,

            @Nullable @Schema(description = "Takes off what is owed.")
            Money credit,

            @Schema(required = true, description = "After it, in its currency.")
            Money balance,

            @Nullable UUID receivableId,
            @Nullable UUID paymentId,
            @Nullable UUID adjustmentId) {
        static Entry of(StatementQueries.Entry row) {
            var change = Money.of(row.change(), row.currency());
            return new Entry(
                    row.effectiveOn(),
                    EntryKind.valueOf(row.kind()),
                    row.number(),
                    row.reference(),
                    row.instrument(),
                    row.maturesOn(),
                    Money.of(row.moved(), row.currency()),
                    change.isPositive() ? change : null,
                    change.isNegative() ? change.negate() : null,
                    Money.of(row.balance(), row.currency()),
                    row.receivableId(),
                    row.paymentId(),
                    row.adjustmentId());
        }

        String currency() {
            return balance.currency();
        }
    }

    @Schema(name = "StatementOpenItem")
    record OpenItem(
            @Schema(required = true) UUID receivableId,

            @Schema(required = true, example = "INV-2026-0117/1")
            String number,

            @Schema(required = true, example = "2026-09-23") LocalDate issuedOn,

            @Schema(required = true, example = "2026-10-23", description = "As it was agreed on the day `to`.")
            LocalDate dueOn,

            @Schema(required = true, example = "38", description = "Negative: so many days to go.")
            long daysPastDue,

            @Schema(required = true) Money amount,
            @Schema(required = true) Money open,

            @Schema(required = true, description = "Settled by cheques and drafts that have not cleared.")
            Money secured) {
        static OpenItem of(StatementQueries.Item row, LocalDate asOf) {
            return new OpenItem(
                    row.id(),
                    row.number(),
                    row.issuedOn(),
                    row.dueOn(),
                    asOf.toEpochDay() - row.dueOn().toEpochDay(),
                    Money.of(row.amount(), row.currency()),
                    Money.of(row.open(), row.currency()),
                    Money.of(row.secured(), row.currency()));
        }

        String currency() {
            return amount.currency();
        }
    }
}
