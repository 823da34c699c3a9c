/**
 * What currencies are worth in one another (table {@code exchange_rate}), by whose word and on which day. Doors: {@link
 * io.huikuan.currency.ReportingRates}, {@link io.huikuan.currency.ExchangeRateRecording}. Its invariant: a rate is never changed, used
 * only as it was recorded, and shown with its source and date wherever it was used.
 */
@NullMarked
package io.huikuan.currency;

import org.jspecify.annotations.NullMarked;
