package io.huikuan.waiver;

import io.huikuan.rules.DebtComponent;
import io.huikuan.rules.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewInterestWaiver")
record WaiverRequest(
        @NotNull @Schema(required = true) Component component,

        @Nullable @Schema(description = "All that is due of it where absent.")
        Money amount,

        @NotBlank @Size(max = 500) @Schema(required = true, example = "Paid as soon as asked")
        String reason) {

    /** The principal is credited or written off instead: that takes two people. */
    @Schema(name = "WaivedComponent")
    enum Component {
        INTEREST(DebtComponent.INTEREST),
        FEE(DebtComponent.FEE);

        private final DebtComponent debt;

        Component(DebtComponent debt) {
            this.debt = debt;
        }
    }

    DebtComponent debt() {
        return component.debt;
    }
}
