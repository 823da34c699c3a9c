package io.huikuan.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.allocation.WantedAllocation;
import io.huikuan.allocation.WantedAllocation.Order;
import io.huikuan.allocation.WantedAllocation.WantedShare;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotInExample;
import io.huikuan.rules.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payment that the line, or a part of it, is to be. */
@Schema(name = "MatchPart")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatchPart(
        @NotInExample
        @Nullable
        @Schema(
                description =
                        "A payment of the same amount that no line is matched to: a claim is confirmed, a cheque or draft in hand clears as "
                                + "of the value date, and one that is confirmed already stays as it is. Either this or customerId.")
        UUID paymentId,

        @Nullable @Schema(description = "Whose money it is: a new payment is recorded. Either this or paymentId.")
        UUID customerId,

        @NotNull @Schema(required = true, description = "The parts add up to the line.")
        Money amount,

        @Nullable @Schema(description = WantedAllocation.ALLOCATE + " Only of a claim, or of a payment that is new.")
        Order allocate,

        @NotInExample @Nullable @Size(max = 500) @Schema(description = WantedAllocation.ALLOCATIONS)
        List<@NotNull @Valid WantedShare> allocations) {

    /** @throws InvalidRequest when it names both a payment and a customer, or neither, or makes no sense of how to allocate */
    Matching.Wanted wanted() {
        if ((paymentId == null) == (customerId == null)) {
            throw InvalidRequest.field("", "payment-or-customer");
        }
        return new Matching.Wanted(paymentId, customerId, amount, new WantedAllocation(allocate, allocations));
    }
}
