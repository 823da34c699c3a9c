package io.huikuan.payment;

import io.huikuan.allocation.Designation;
import io.huikuan.allocation.WantedAllocation;
import io.huikuan.allocation.WantedAllocation.Order;
import io.huikuan.allocation.WantedAllocation.WantedShare;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotInExample;
import io.huikuan.rules.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payment as a client tells of it. */
@Schema(name = "NewPayment")
record PaymentRequest(
        @Nullable UUID id,
        @NotNull @Schema(required = true) UUID customerId,

        @NotNull @Schema(required = true, example = "2026-11-20", description = "Not in the future.")
        LocalDate receivedOn,

        @NotNull @Schema(required = true) Money amount,

        @Nullable @Size(min = 1, max = 32) @Schema(example = "BANK_TRANSFER", description = "OTHER where absent.")
        String method,

        @Nullable
        @Size(max = NewPayment.LONGEST_ACCOUNT)
        @Pattern(regexp = ".*\\S.*")
        @Schema(
                example = "ICBC-1001",
                description = "On which of the company's own accounts it came in, as in `BankStatementLine`.")
        String account,

        @Nullable
        @Size(max = NewPayment.LONGEST_REFERENCE)
        @Pattern(regexp = ".*\\S.*")
        @Schema(
                example = "ICBC-20261120-0093",
                description =
                        "Names the payment among those of its customer; where the account is told, among those on that account.")
        String reference,

        @Nullable @Size(max = 2000) @Schema(example = "Pays at the month's end")
        String note,

        @NotInExample
        @Nullable
        @Size(max = 32)
        @Schema(
                allOf = Instrument.class,
                example = "BANK_ACCEPTANCE",
                description = "A cheque or draft; absent where it is cash.")
        String instrument,

        @NotInExample
        @Nullable
        @Schema(example = "2027-02-20", description = "With an instrument, and only then: when it can become cash.")
        LocalDate maturesOn,

        @Nullable @Schema(description = WantedAllocation.ALLOCATE)
        Order allocate,

        @NotInExample @Nullable @Size(max = 500) @Schema(description = WantedAllocation.ALLOCATIONS)
        List<@NotNull @Valid WantedShare> allocations) {

    NewPayment recorded() {
        return with(new WantedAllocation(allocate, allocations).designation());
    }

    /** @throws InvalidRequest when it says how to allocate: that is finance's to say, once the money is there */
    NewPayment claimed() {
        if (new WantedAllocation(allocate, allocations).saysAnything()) {
            throw InvalidRequest.field(allocate == null ? "/allocations" : "/allocate", "claim-not-allocated");
        }
        return with(new Designation.Shares(List.of()));
    }

    private NewPayment with(Designation designation) {
        return new NewPayment(
                id,
                customerId,
                receivedOn,
                amount,
                method == null ? NewPayment.UNKNOWN_METHOD : method,
                account,
                reference,
                note,
                paper(),
                designation);
    }

    private NewPayment.@Nullable Paper paper() {
        if (instrument == null) {
            if (maturesOn != null) {
                throw InvalidRequest.field("/maturesOn", "cash-does-not-mature");
            }
            return null;
        }
        var known = Instrument.named(instrument)
                .orElseThrow(() -> InvalidRequest.field("/instrument", "instrument-unknown"));
        if (maturesOn == null) {
            throw InvalidRequest.field("/maturesOn", "required");
        }
        return new NewPayment.Paper(known, maturesOn);
    }
}
