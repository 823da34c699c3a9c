package io.huikuan.receivable;

import io.huikuan.platform.Problem.Fault;
import io.huikuan.rules.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An amount that a customer will owe; customer, number and this due date name it, whatever is agreed later. */
@Schema(name = "NewReceivable")
public record NewReceivable(
        @Nullable UUID id,
        @NotNull @Schema(required = true) UUID customerId,

        @NotBlank @Size(max = NewReceivable.LONGEST_NUMBER) @Schema(required = true, example = "INV-2026-0117/1")
        String number,

        @NotNull @Schema(required = true, example = "2026-10-23")
        LocalDate issuedOn,

        @NotNull @Schema(required = true, example = "2026-11-22")
        LocalDate dueOn,

        @NotNull @Schema(required = true) Money amount,
        @Nullable UUID contractId,
        @Nullable UUID invoiceId,

        @Nullable @Size(max = 2000) @Schema(example = "second of three instalments")
        String note) {

    static final int LONGEST_NUMBER = 64;

    /** Further from today than this, a date is a slip of the pen: the year 0013, or 2103. */
    private static final int PLAUSIBLE_YEARS = 50;

    /** What is wrong with it in itself, whatever the books say; empty when nothing is. */
    public List<Fault> faults(LocalDate today) {
        var faults = new ArrayList<Fault>();
        if (number.isBlank()) {
            faults.add(new Fault("/number", "required", List.of()));
        } else if (number.length() > LONGEST_NUMBER) {
            faults.add(new Fault("/number", "too-long", List.of(LONGEST_NUMBER)));
        }
        if (!amount.isPositive()) {
            faults.add(new Fault("/amount/amount", "must-be-positive", List.of()));
        }
        faults.addAll(implausible("/issuedOn", issuedOn, today));
        faults.addAll(implausible("/dueOn", dueOn, today));
        if (dueOn.isBefore(issuedOn)) {
            faults.add(new Fault("/dueOn", "due-before-issue", List.of()));
        }
        return faults;
    }

    static List<Fault> implausible(String pointer, LocalDate date, LocalDate today) {
        boolean plausible =
                date.isAfter(today.minusYears(PLAUSIBLE_YEARS)) && date.isBefore(today.plusYears(PLAUSIBLE_YEARS));
        return plausible ? List.of() : List.of(new Fault(pointer, "date-implausible", List.of(PLAUSIBLE_YEARS)));
    }
}
