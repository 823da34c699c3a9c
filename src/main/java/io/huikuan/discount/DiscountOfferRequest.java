package io.huikuan.discount;

import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotInExample;
import io.huikuan.rules.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewDiscountOffer")
record DiscountOfferRequest(
        @Nullable
        @Schema(
                example = "2",
                description =
                        "Of what is open now, rounded half up, and fixed as an amount; more than 0, less than 100.")
        String percent,

        @NotInExample @Nullable @Schema(description = "In place of `percent`: less than what is open now.")
        Money amount,

        @NotNull
        @Schema(required = true, example = "2026-12-05", description = "The last day for the payment to count.")
        LocalDate validThrough,

        @NotBlank @Size(max = 500) @Schema(required = true, example = "Cash before the year ends")
        String reason) {

    /** As many decimals as the column holds. */
    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,6})?");

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** @throws InvalidRequest when it makes no sense, whatever is open */
    NewDiscountOffer wanted() {
        if ((percent == null) == (amount == null)) {
            throw InvalidRequest.field("/percent", "percent-or-amount");
        }
        if (amount != null && !amount.isPositive()) {
            throw InvalidRequest.field("/amount/amount", "must-be-positive");
        }
        return new NewDiscountOffer(percent == null ? null : share(percent), amount, validThrough, reason);
    }

    private static BigDecimal share(String text) {
        if (!PERCENT.matcher(text).matches()) {
            throw InvalidRequest.field("/percent", "percent-malformed");
        }
        var share = new BigDecimal(text);
        if (share.signum() == 0) {
            throw InvalidRequest.field("/percent", "must-be-positive");
        }
        if (share.compareTo(ALL) >= 0) {
            throw InvalidRequest.field("/percent", "must-be-less-than", ALL);
        }
        return share;
    }
}
