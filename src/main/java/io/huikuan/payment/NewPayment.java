package io.huikuan.payment;

import io.huikuan.allocation.Designation;
import io.huikuan.platform.Problem.Fault;
import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that has come in.
 *
 * @param account on which of the company's own accounts; null where nobody says
 * @param reference names it among the payments of its customer, as the bank's own number does among those on the account
 * @param paper null where it is cash
 */
public record NewPayment(
        @Nullable UUID id,
        UUID customerId,
        LocalDate receivedOn,
        Money amount,
        String method,
        @Nullable String account,
        @Nullable String reference,
        @Nullable String note,
        @Nullable Paper paper,
        Designation designation) {

    /** Cash, on whichever account. */
    public NewPayment(
            @Nullable UUID id,
            UUID customerId,
            LocalDate receivedOn,
            Money amount,
            String method,
            @Nullable String reference,
            @Nullable String note,
            Designation designation) {
        this(id, customerId, receivedOn, amount, method, null, reference, note, null, designation);
    }

    /** A cheque or draft in place of cash, which it becomes at maturity at the earliest. */
    public record Paper(Instrument instrument, LocalDate maturesOn) {}

    /** How it came where nobody says. */
    public static final String UNKNOWN_METHOD = "OTHER";

    static final int LONGEST_ACCOUNT = 64;
    static final int LONGEST_REFERENCE = 128;

    /** Nobody has a payment older than this still to record; a date that is, is a slip of the pen. */
    private static final int PLAUSIBLE_YEARS = 50;

    /** No cheque or draft runs for longer: by law an acceptance in the PRC runs for a year at the most. */
    private static final int LONGEST_PAPER_YEARS = 10;

    boolean isPaper() {
        return paper != null;
    }

    PaymentState stateInTheBooks() {
        return isPaper() ? PaymentState.SECURED : PaymentState.CONFIRMED;
    }

    /** What is wrong with it in itself, whatever the books say; empty when nothing is. */
    public List<Fault> faults(LocalDate today) {
        var faults = new ArrayList<Fault>();
        if (!amount.isPositive()) {
            faults.add(new Fault("/amount/amount", "must-be-positive", List.of()));
        }
        if (receivedOn.isAfter(today)) {
            faults.add(new Fault("/receivedOn", "must-not-be-in-the-future", List.of()));
        } else if (receivedOn.isBefore(today.minusYears(PLAUSIBLE_YEARS))) {
            faults.add(new Fault("/receivedOn", "date-implausible", List.of(PLAUSIBLE_YEARS)));
        }
        if (paper != null && paper.maturesOn().isBefore(receivedOn)) {
            faults.add(new Fault("/maturesOn", "before-receipt", List.of()));
        } else if (paper != null && paper.maturesOn().isAfter(today.plusYears(LONGEST_PAPER_YEARS))) {
            faults.add(new Fault("/maturesOn", "date-implausible", List.of(LONGEST_PAPER_YEARS)));
        }
        if (reference != null && reference.length() > LONGEST_REFERENCE) {
            faults.add(new Fault("/reference", "too-long", List.of(LONGEST_REFERENCE)));
        }
        return faults;
    }
}
