package io.huikuan.discount;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DiscountOfferWithdrawal")
record WithdrawalRequest(
        @NotBlank @Size(max = 500) @Schema(required = true, example = "Offered on the wrong receivable")
        String reason) {}
