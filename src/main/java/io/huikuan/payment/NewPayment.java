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
 * @param reference names it among the payments of its customer, as the bank's own number does
 */
public record NewPayment(
        @Nullable UUID id,
        UUID customerId,
        LocalDate receivedOn,
        Money amount,
        String method,
        @Nullable String reference,
        @Nullable String note,
        Designation designation) {

    /** How it came where nobody says. */
    public static final String UNKNOWN_METHOD = "OTHER";

    static final int LONGEST_REFERENCE = 128;

    /** Nobody has a payment older than this still to record; a date that is, is a slip of the pen. */
    private static final int PLAUSIBLE_YEARS = 50;

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
        if (reference != null && reference.length() > LONGEST_REFERENCE) {
            faults.add(new Fault("/reference", "too-long", List.of(LONGEST_REFERENCE)));
        }
        return faults;
    }
}
