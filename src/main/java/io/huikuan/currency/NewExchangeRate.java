package io.huikuan.currency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rate to be written down.
 *
 * @param rate units of {@code to} that one unit of {@code from} was worth
 */
public record NewExchangeRate(
        @Nullable UUID id, String from, String to, BigDecimal rate, LocalDate date, String source) {}
