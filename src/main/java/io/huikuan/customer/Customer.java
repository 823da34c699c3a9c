package io.huikuan.customer;

import io.huikuan.platform.OrganisationOwned;
import io.huikuan.rules.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class Customer extends OrganisationOwned {
    @Id
    UUID id;

    String code;
    String name;

    @Nullable
    String customerClass;

    UUID ownerId;

    @Nullable
    BigDecimal creditLimit;

    @Nullable
    String creditCurrency;

    @Nullable
    String paymentMethod;

    @Nullable
    String paymentCycle;

    @Nullable
    String note;

    Instant createdAt;

    @Version
    long version;

    protected Customer() {}

    Customer(UUID id, String code, String name, UUID ownerId, Instant now) {
        this.id = id;
        this.code = code;
        this.name = name;
        this.ownerId = ownerId;
        this.createdAt = now;
    }

    /** True when it is in another class now. */
    boolean describe(CustomerDetails details) {
        var former = customerClass;
        name = details.name() == null ? name : details.name();
        customerClass = details.customerClass() == null ? customerClass : details.customerClass();
        paymentMethod = details.paymentMethod() == null ? paymentMethod : details.paymentMethod();
        paymentCycle = details.paymentCycle() == null ? paymentCycle : details.paymentCycle();
        note = details.note() == null ? note : details.note();
        return !Objects.equals(former, customerClass);
    }

    void limitCredit(Money limit) {
        boolean same = creditLimit != null
                && creditLimit.compareTo(limit.amount()) == 0
                && limit.currency().equals(creditCurrency);
        // The database gives back more decimals than the currency has: that is no change.
        creditLimit = same ? creditLimit : limit.amount();
        creditCurrency = limit.currency();
    }

    void handOverTo(UUID newOwnerId) {
        ownerId = newOwnerId;
    }
}
