package io.huikuan.currency;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Amounts of several currencies in one that was asked for, with the rates that were used. */
@Schema(name = "ReportingTotal")
public record ReportingTotal(
        @Schema(required = true, example = "CNY") String currency,

        @Schema(required = true, description = "The sum of what `parts` were converted to.")
        Money total,

        @Schema(required = true, description = "One of each currency.")
        List<Part> parts) {

    @Schema(name = "ReportingPart")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(
            @Schema(required = true) Money amount,

            @Schema(required = true, description = "Rounded half up, to the decimals of the currency.")
            Money converted,

            @Nullable @Schema(description = "Absent where the amount is in the currency asked for.")
            Rate rate) {}

    @Schema(name = "UsedExchangeRate")
    public record Rate(
            @Schema(
                    required = true,
                    example = "7.1234",
                    description = "What one unit of the amount's currency is worth.")
            String rate,

            @Schema(
                    required = true,
                    example = "2026-11-20",
                    description = "The latest day with a rate, not after the day asked for.")
            LocalDate date,

            @Schema(required = true, example = "PBOC central parity")
            String source) {}
}
