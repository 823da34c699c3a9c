package io.huikuan.currency;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toMap;

import io.huikuan.platform.InvalidRequest;
import io.huikuan.rules.CurrencyConversion;
import io.huikuan.rules.Money;
import io.huikuan.rules.UnknownCurrency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings totals of several currencies to the one that a report is asked for in. */
@ApplicationScoped
public class ReportingRates {
    /** Whatever is in the books was recorded before. */
    private static final Instant EVERYTHING = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * A rate as it was recorded.
     *
     * @param rate units of the reporting currency that one unit is worth
     */
    public record Used(BigDecimal rate, LocalDate date, String source) {}

    private final ExchangeRateQueries queries;

    ReportingRates(ExchangeRateQueries queries) {
        this.queries = queries;
    }

    /**
     * By currency, the latest rate of the day or of an earlier one. Only as recorded: no rate is turned round or chained.
     *
     * @param knownAt only what had been recorded then; null for everything
     * @throws ExchangeRateMissing where there is none for one of the currencies
     */
    @Transactional
    public Map<String, Used> of(
            UUID organisationId,
            Collection<String> fromCurrencies,
            String to,
            LocalDate asOf,
            @Nullable Instant knownAt) {
        var wanted = fromCurrencies.stream()
                .filter(currency -> !currency.equals(to))
                .distinct()
                .sorted()
                .toArray(String[]::new);
        var found = queries.latest(organisationId, wanted, to, asOf, requireNonNullElse(knownAt, EVERYTHING)).stream()
                .collect(toMap(
                        ExchangeRateQueries.Used::currency,
                        each -> new Used(each.rate(), each.rateDate(), each.source())));
        for (var currency : wanted) {
            if (!found.containsKey(currency)) {
                throw new ExchangeRateMissing(currency, to, asOf);
            }
        }
        return found;
    }

    /**
     * What the amounts come to together; those of one currency are added up before they are converted.
     *
     * @param to as asked for in the parameter {@code reportingCurrency}; null where it was not
     * @return null where no currency was asked for
     * @throws InvalidRequest for what is no currency
     * @throws ExchangeRateMissing where there is no rate for one of the currencies
     */
    @Transactional
    public @Nullable ReportingTotal total(
            UUID organisationId,
            Collection<Money> amounts,
            @Nullable String to,
            LocalDate asOf,
            @Nullable Instant knownAt) {
        if (to == null) {
            return null;
        }
        requireCurrency("/reportingCurrency", to);
        var sums = new TreeMap<String, Money>();
        amounts.forEach(amount -> sums.merge(amount.currency(), amount, Money::plus));
        var rates = of(organisationId, sums.keySet(), to, asOf, knownAt);
        var parts = sums.values().stream().map(sum -> part(sum, to, rates)).toList();
        var total = CurrencyConversion.total(
                sums.values(),
                to,
                rates.entrySet().stream()
                        .collect(
                                toMap(Map.Entry::getKey, rate -> rate.getValue().rate())));
        return new ReportingTotal(to, total, List.copyOf(parts));
    }

    static void requireCurrency(String pointer, String code) {
        try {
            var _ = Money.zero(code);
        } catch (UnknownCurrency unknown) {
            throw InvalidRequest.field(pointer, "currency-unknown");
        }
    }

    private static ReportingTotal.Part part(Money sum, String to, Map<String, Used> rates) {
        if (sum.currency().equals(to)) {
            return new ReportingTotal.Part(sum, sum, null);
        }
        var used = requireNonNull(rates.get(sum.currency()));
        return new ReportingTotal.Part(
                sum,
                CurrencyConversion.converted(sum, to, used.rate()),
                new ReportingTotal.Rate(ExchangeRateView.plain(used.rate()), used.date(), used.source()));
    }
}
