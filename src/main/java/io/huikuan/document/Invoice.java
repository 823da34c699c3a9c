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
class Invoice extends OrganisationOwned {
    @Id
    UUID id;

    UUID customerId;

    @Nullable
    UUID contractId;

    String number;
    LocalDate issuedOn;
    BigDecimal amount;
    String currency;
    Instant createdAt;

    @Version
    long version;

    protected Invoice() {}

    Invoice(UUID id, NewInvoice wanted, Instant now) {
        this.id = id;
        this.customerId = wanted.customerId();
        this.contractId = wanted.contractId();
        this.number = wanted.number();
        this.issuedOn = wanted.issuedOn();
        this.amount = wanted.amount().amount();
        this.currency = wanted.amount().currency();
        this.createdAt = now;
    }

    void amend(ChangedInvoice change) {
        contractId = change.contractId() == null ? contractId : change.contractId();
        number = change.number() == null ? number : change.number();
        issuedOn = change.issuedOn() == null ? issuedOn : change.issuedOn();
    }

    Money money() {
        return Money.of(amount, currency);
    }
}
