package io.huikuan.discount;

import io.huikuan.platform.OrganisationOwned;
import io.huikuan.rules.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Made and withdrawn as an entity, taken and given back by set-based statements; always while its customer is locked. */
@Entity
@Table(name = "discount_offer")
class DiscountOffer extends OrganisationOwned {
    /** Whether it has expired, its last day says. */
    enum State {
        OFFERED,
        TAKEN,
        WITHDRAWN
    }

    @Id
    UUID id;

    UUID receivableId;

    @Nullable
    BigDecimal percent;

    BigDecimal amount;
    String currency;
    LocalDate validThrough;
    String reason;

    @Enumerated(EnumType.STRING)
    State state;

    UUID offeredBy;
    Instant offeredAt;

    @Nullable
    UUID withdrawnBy;

    @Nullable
    Instant withdrawnAt;

    @Nullable
    String withdrawnBecause;

    @Version
    long version;

    protected DiscountOffer() {}

    DiscountOffer(UUID id, UUID receivableId, NewDiscountOffer wanted, Money discount, UUID offeredBy, Instant now) {
        this.id = id;
        this.receivableId = receivableId;
        this.percent = wanted.percent();
        this.amount = discount.amount();
        this.currency = discount.currency();
        this.validThrough = wanted.validThrough();
        this.reason = wanted.reason();
        this.state = State.OFFERED;
        this.offeredBy = offeredBy;
        this.offeredAt = now;
    }

    Money discount() {
        return Money.of(amount, currency);
    }

    boolean hasExpired(LocalDate today) {
        return state == State.OFFERED && validThrough.isBefore(today);
    }

    /** @throws DiscountOfferNotStanding when it was taken or withdrawn before */
    void withdraw(UUID by, String why, Instant now) {
        if (state != State.OFFERED) {
            throw new DiscountOfferNotStanding();
        }
        state = State.WITHDRAWN;
        withdrawnBy = by;
        withdrawnAt = now;
        withdrawnBecause = why;
    }
}
