package io.huikuan.currency;

import io.huikuan.platform.InvalidRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewExchangeRate")
record ExchangeRateRequest(
        @Nullable @Schema(description = "A UUIDv7 of the client's own; absent: one is made.")
        UUID id,

        @NotNull @Schema(required = true, example = "USD") String from,
        @NotNull @Schema(required = true, example = "CNY") String to,

        @NotNull
        @Schema(
                required = true,
                example = "7.1234",
                description =
                        "What one unit of `from` is worth in `to`: less than 100,000,000, with at most 8 decimals.")
        String rate,

        @NotNull
        @Schema(required = true, example = "2026-11-20", description = "The day that it is of; not in the future.")
        LocalDate date,

        @NotBlank
        @Size(max = 200)
        @Schema(
                required = true,
                example = "PBOC central parity",
                description = "Who says so; shown wherever it is used.")
        String source) {

    /** As many digits as the column holds. */
    private static final Pattern RATE = Pattern.compile("[0-9]{1,11}(\\.[0-9]{1,8})?");

    /** No two currencies that are in use lie so far apart: whoever sends more has slipped. */
    private static final BigDecimal BOUND = BigDecimal.valueOf(100_000_000);

    /** @throws InvalidRequest when it is no rate between two currencies of a day that has come */
    NewExchangeRate wanted(LocalDate today) {
        ReportingRates.requireCurrency("/from", from);
        ReportingRates.requireCurrency("/to", to);
        if (from.equals(to)) {
            throw InvalidRequest.field("/to", "same-currency");
        }
        if (!RATE.matcher(rate).matches()) {
            throw InvalidRequest.field("/rate", "rate-malformed");
        }
        var value = new BigDecimal(rate);
        if (value.signum() == 0) {
            throw InvalidRequest.field("/rate", "must-be-positive");
        }
        if (value.compareTo(BOUND) >= 0) {
            throw InvalidRequest.field("/rate", "must-be-less-than", BOUND);
        }
        if (date.isAfter(today)) {
            throw InvalidRequest.field("/date", "must-not-be-in-the-future");
        }
        return new NewExchangeRate(id, from, to, value, date, source);
    }
}
