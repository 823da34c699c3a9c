package io.huikuan.document;

import io.huikuan.platform.OrganisationOwned;
import io.huikuan.rules.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class Contract extends OrganisationOwned {
    @Id
    UUID id;

    UUID customerId;
    String number;

    @Nullable
    String title;

    LocalDate signedOn;

    @Nullable
    LocalDate expiresOn;

    BigDecimal amount;
    String currency;
    Instant createdAt;

    @Version
    long version;

    protected Contract() {}

    Contract(UUID id, NewContract wanted, Instant now) {
        this.id = id;
        this.customerId = wanted.customerId();
        this.number = wanted.number();
        this.title = wanted.title();
        this.signedOn = wanted.signedOn();
        this.expiresOn = wanted.expiresOn();
        this.amount = wanted.amount().amount();
        this.currency = wanted.amount().currency();
        this.createdAt = now;
    }

    void amend(ChangedContract change) {
        number = change.number() == null ? number : change.number();
        title = change.title() == null ? title : change.title();
        signedOn = change.signedOn() == null ? signedOn : change.signedOn();
        expiresOn = change.expiresOn() == null ? expiresOn : change.expiresOn();
    }

    Money money() {
        return Money.of(amount, currency);
    }
}
