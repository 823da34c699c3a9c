package io.huikuan.allocation;

import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotInExample;
import io.huikuan.rules.Allocation.Share;
import io.huikuan.rules.AllocationStrategy;
import io.huikuan.rules.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a payment is to be allocated: by itself, or to what is told. */
@Schema(name = "WantedAllocation")
public record WantedAllocation(
        @Nullable @Schema(description = WantedAllocation.ALLOCATE)
        Order allocate,

        @NotInExample @Nullable @Size(max = 500) @Schema(description = WantedAllocation.ALLOCATIONS)
        List<@NotNull @Valid WantedShare> allocations) {

    public static final String ALLOCATE =
            "OLDEST_DUE_FIRST: what fell due first is settled first. INVOICE_BY_INVOICE: one invoice after the other, the earliest issued "
                    + "first. PRO_RATA: in proportion to what is open. LEGAL_ORDER: as the Civil Code has it, articles 560 and 561. "
                    + "NONE: all of it stays unapplied. Where absent, as the organisation has it: see `/allocation-strategy`.";
    public static final String ALLOCATIONS = "Exactly these, in place of `allocate`; what they leave stays unapplied.";

    /** In which order a payment seeks what it settles. */
    @Schema(name = "AllocationOrder")
    public enum Order {
        OLDEST_DUE_FIRST,
        INVOICE_BY_INVOICE,
        PRO_RATA,
        LEGAL_ORDER,
        NONE
    }

    /** A part of the payment for one receivable. */
    @Schema(name = "WantedShare")
    public record WantedShare(
            @NotNull @Schema(required = true) UUID receivableId,
            @NotNull @Schema(required = true) Money amount) {}

    public boolean saysAnything() {
        return allocate != null || allocations != null;
    }

    /** @throws InvalidRequest when it says both, or a share is not more than zero */
    public Designation designation() {
        if (allocations == null) {
            return switch (allocate) {
                case null -> new Designation.Usual();
                case NONE -> new Designation.Shares(List.of());
                case OLDEST_DUE_FIRST, INVOICE_BY_INVOICE, PRO_RATA, LEGAL_ORDER ->
                    new Designation.By(AllocationStrategy.named(allocate.name()));
            };
        }
        if (allocate != null) {
            throw InvalidRequest.field("/allocate", "either-or");
        }
        var shares = new ArrayList<Share>();
        for (var wanted : allocations) {
            if (!wanted.amount().isPositive()) {
                throw InvalidRequest.field("/allocations/" + shares.size() + "/amount/amount", "must-be-positive");
            }
            shares.add(new Share(wanted.receivableId(), wanted.amount()));
        }
        return new Designation.Shares(shares);
    }
}
