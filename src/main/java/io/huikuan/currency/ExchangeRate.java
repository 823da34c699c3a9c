package io.huikuan.currency;

import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What one unit of a currency was worth in another on a day; never changed. */
@Entity
@Immutable
@Table(name = "exchange_rate")
class ExchangeRate extends OrganisationOwned {
    @Id
    UUID id;

    String fromCurrency;
    String toCurrency;
    BigDecimal rate;
    LocalDate rateDate;
    String source;
    UUID recordedBy;
    Instant recordedAt;

    protected ExchangeRate() {}

    ExchangeRate(UUID id, NewExchangeRate wanted, UUID recordedBy, Instant now) {
        this.id = id;
        this.fromCurrency = wanted.from();
        this.toCurrency = wanted.to();
        this.rate = wanted.rate();
        this.rateDate = wanted.date();
        this.source = wanted.source();
        this.recordedBy = recordedBy;
        this.recordedAt = now;
    }
}
