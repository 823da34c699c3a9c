package io.huikuan.currency;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface ExchangeRateQueries {
    EntityManager entityManager();

    @HQL("""
            select x from ExchangeRate x
            where (:from is null or x.fromCurrency = :from) and (:to is null or x.toCurrency = :to)
              and (cast(:beforeDate as LocalDate) is null
                or x.rateDate <= :beforeDate and (x.rateDate < :beforeDate or x.id < :beforeId))
            order by x.rateDate desc, x.id desc limit :rows""")
    List<ExchangeRate> list(
            @Nullable String from,
            @Nullable String to,
            @Nullable LocalDate beforeDate,
            @Nullable UUID beforeId,
            int rows);

    record Used(String currency, BigDecimal rate, LocalDate rateDate, String source) {}

    /** The latest of each, not after the day; of one day, what was recorded last. */
    @SQL("""
            select w.currency, x.rate, x.rate_date, x.source
            from unnest(:currencies) as w(currency)
            cross join lateral (
                select r.rate, r.rate_date, r.source from exchange_rate r
                where r.organisation_id = :organisationId and r.from_currency = w.currency and r.to_currency = :to
                  and r.rate_date <= :asOf and r.recorded_at <= :knownAt
                order by r.rate_date desc, r.recorded_at desc, r.id desc limit 1) x""")
    List<Used> latest(UUID organisationId, String[] currencies, String to, LocalDate asOf, Instant knownAt);
}
