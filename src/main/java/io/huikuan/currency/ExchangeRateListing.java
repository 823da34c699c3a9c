package io.huikuan.currency;

import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the rates as they go out; part of the transaction of whoever asks. */
@ApplicationScoped
class ExchangeRateListing {
    private final ExchangeRateQueries queries;
    private final ExchangeRates rates;

    ExchangeRateListing(ExchangeRateQueries queries, ExchangeRates rates) {
        this.queries = queries;
        this.rates = rates;
    }

    Page<ExchangeRateView> list(@Nullable String from, @Nullable String to, PageRequest page) {
        var before = page.cursor();
        var found = queries.list(
                from,
                to,
                before.map(cursor -> cursor.date(0)).orElse(null),
                before.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
        return Page.of(found, page, each -> List.of(each.rateDate, each.id)).map(ExchangeRateView::of);
    }

    Optional<ExchangeRateView> find(UUID id) {
        return rates.findByIdOptional(id).map(ExchangeRateView::of);
    }
}
