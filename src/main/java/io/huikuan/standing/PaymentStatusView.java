package io.huikuan.standing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.currency.ReportingTotal;
import io.huikuan.rules.CollectionMetrics;
import io.huikuan.rules.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a customer stands: what is owed, what came last, what comes next, how they use to pay. */
@Schema(name = "PaymentStatus")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentStatusView(
        @Schema(required = true) UUID customerId,

        @Schema(required = true, example = "2026-11-22", description = "The day that says what is overdue.")
        LocalDate asOf,

        @Nullable @Schema(description = "Absent where all counts that is known now.")
        Instant knownAt,

        @Schema(required = true, description = "One of each currency in which something is open or unapplied.")
        List<Balance> balances,

        @Nullable @Schema(description = "What is open in one currency, where `reportingCurrency` asks for that.")
        ReportingTotal reporting,

        @Schema(required = true, description = "What nobody is asked for today, by currency.")
        List<OnHold> onHold,

        @Nullable LastPayment lastPayment,
        @Nullable LastContact lastContact,
        @Nullable NextFollowUp nextFollowUp,
        @Schema(required = true) Habit habit) {

    @Schema(name = "CustomerBalance")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Balance(
            @Schema(required = true, example = "CNY") String currency,
            @Schema(required = true) Money open,
            @Schema(required = true, example = "3") long openCount,

            @Schema(required = true, description = "Of what is open: due before asOf.")
            Money overdue,

            @Schema(required = true, example = "1") long overdueCount,

            @Schema(required = true, description = "Confirmed money that is allocated to nothing.")
            Money unapplied,

            @Schema(required = true, description = "Of credit notes: allocated to nothing.")
            Money unappliedCredit,

            @Schema(
                    required = true,
                    description = "Cheques and drafts in hand that have not cleared: neither open nor paid.")
            Money secured,

            @Schema(required = true, description = "Said to have come, but not confirmed: counts nowhere else.")
            Money claimed,

            @Nullable @Schema(example = "2026-10-01", description = "The earliest due date of what is open.")
            LocalDate oldestDueOn) {}

    @Schema(name = "CustomerOnHold")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OnHold(
            @Schema(
                    required = true,
                    description =
                            "Of what is open. No more than that where a receivable is held for several reasons, so that these may come "
                                    + "to more.")
            Money amount,

            @Schema(required = true) Money promised,
            @Schema(required = true) Money disputed,

            @Schema(required = true, description = "As agreed, or because lawyers have it.")
            Money paused,

            @Nullable
            @Schema(
                    description = "The last day of the hold that ends first; absent where only decisions end them.",
                    example = "2026-11-30")
            LocalDate until) {
        static OnHold of(PaymentStatusQueries.Held row) {
            return new OnHold(
                    Money.of(row.amount(), row.currency()),
                    Money.of(row.promised(), row.currency()),
                    Money.of(row.disputed(), row.currency()),
                    Money.of(row.paused(), row.currency()),
                    row.until());
        }
    }

    @Schema(name = "LastPayment")
    record LastPayment(
            @Schema(required = true) UUID id,
            @Schema(required = true, example = "2026-11-20") LocalDate receivedOn,
            @Schema(required = true) Money amount) {}

    @Schema(name = "LastContact")
    record LastContact(
            @Schema(required = true) UUID id,
            @Schema(required = true) Instant happenedAt,
            @Schema(required = true, example = "CALL") String channel,
            @Schema(required = true, example = "PROMISED") String outcome) {}

    @Schema(name = "NextFollowUp")
    record NextFollowUp(
            @Schema(required = true) UUID id,
            @Schema(required = true, example = "2026-11-25") LocalDate dueOn,

            @Schema(required = true, example = "call about the second instalment")
            String subject) {}

    /** What was settled in the last twelve months, by the day on which the last part of it counts. */
    @Schema(name = "PaymentHabit")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Habit(
            @Schema(required = true, example = "24") long settledCount,
            @Schema(required = true, example = "6") long settledLateCount,

            @Nullable
            @Schema(
                    example = "4.5",
                    description =
                            "Days from the due date to the settlement, one decimal, unweighted; negative where they pay early.")
            BigDecimal averageDaysLate,

            @Nullable @Schema(example = "0.2500", description = "settledLateCount / settledCount, four decimals.")
            String lateShare) {}

    static PaymentStatusView of(
            UUID customerId,
            LocalDate asOf,
            @Nullable Instant knownAt,
            List<Balance> balances,
            @Nullable ReportingTotal reporting,
            List<PaymentStatusQueries.Held> held,
            PaymentStatusQueries.Dealings dealings) {
        return new PaymentStatusView(
                customerId,
                asOf,
                knownAt,
                balances,
                reporting,
                held.stream().map(OnHold::of).toList(),
                lastPayment(dealings),
                lastContact(dealings),
                nextFollowUp(dealings),
                habit(dealings));
    }

    static Balance balance(PaymentStatusQueries.Balance row) {
        return new Balance(
                row.currency(),
                Money.of(row.open(), row.currency()),
                row.openCount(),
                Money.of(row.overdue(), row.currency()),
                row.overdueCount(),
                Money.of(row.unapplied(), row.currency()),
                Money.of(row.unappliedCredit(), row.currency()),
                Money.of(row.secured(), row.currency()),
                Money.of(row.claimed(), row.currency()),
                row.oldestDueOn());
    }

    private static @Nullable LastPayment lastPayment(PaymentStatusQueries.Dealings row) {
        return row.paymentId() == null || row.receivedOn() == null || row.amount() == null || row.currency() == null
                ? null
                : new LastPayment(row.paymentId(), row.receivedOn(), Money.of(row.amount(), row.currency()));
    }

    private static @Nullable LastContact lastContact(PaymentStatusQueries.Dealings row) {
        return row.contactId() == null || row.happenedAt() == null || row.channel() == null || row.outcome() == null
                ? null
                : new LastContact(row.contactId(), row.happenedAt(), row.channel(), row.outcome());
    }

    private static @Nullable NextFollowUp nextFollowUp(PaymentStatusQueries.Dealings row) {
        return row.followUpId() == null || row.dueOn() == null || row.subject() == null
                ? null
                : new NextFollowUp(row.followUpId(), row.dueOn(), row.subject());
    }

    private static Habit habit(PaymentStatusQueries.Dealings row) {
        var lateShare = CollectionMetrics.collectionRate(
                BigDecimal.valueOf(row.settledLate()), BigDecimal.valueOf(row.settled()));
        return new Habit(
                row.settled(),
                row.settledLate(),
                row.averageDaysLate(),
                lateShare.map(BigDecimal::toPlainString).orElse(null));
    }
}
