package io.huikuan.currency;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one unit of a currency was worth in another on a day. */
@Schema(name = "ExchangeRate")
record ExchangeRateView(
        @Schema(required = true) UUID id,
        @Schema(required = true, example = "USD") String from,
        @Schema(required = true, example = "CNY") String to,

        @Schema(required = true, example = "7.1234", description = "Units of `to` for one unit of `from`.")
        String rate,

        @Schema(required = true, example = "2026-11-20") LocalDate date,

        @Schema(required = true, example = "PBOC central parity")
        String source,

        @Schema(required = true) UUID recordedBy,
        @Schema(required = true) Instant recordedAt) {
    static ExchangeRateView of(ExchangeRate kept) {
        return new ExchangeRateView(
                kept.id,
                kept.fromCurrency,
                kept.toCurrency,
                plain(kept.rate),
                kept.rateDate,
                kept.source,
                kept.recordedBy,
                kept.recordedAt);
    }

    /** 7.12340000 is 7.1234, and 100 is not 1E+2. */
    static String plain(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString();
    }
}
