package io.huikuan.payment;

import io.huikuan.platform.OrganisationOwned;
import io.huikuan.rules.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Born by set-based statements in {@link PaymentQueries}; changed as an entity, while its customer is locked. */
@Entity
class Payment extends OrganisationOwned {
    @Id
    UUID id;

    UUID customerId;
    LocalDate receivedOn;
    BigDecimal amount;
    String currency;
    BigDecimal unappliedAmount;
    String method;

    @Nullable
    String reference;

    @Nullable
    String note;

    @Enumerated(EnumType.STRING)
    PaymentState state;

    @Nullable
    String reason;

    @Nullable
    UUID recordedBy;

    Instant createdAt;

    @Version
    long version;

    protected Payment() {}

    Money received() {
        return Money.of(amount, currency);
    }

    Money unapplied() {
        return Money.of(unappliedAmount, currency);
    }

    /** @throws PaymentNotClaimed unless it is a claim that waits for this */
    void confirm() {
        requireClaimed();
        state = PaymentState.CONFIRMED;
        unappliedAmount = amount;
    }

    /** @throws PaymentNotClaimed unless it is a claim that waits for this */
    void reject(String why) {
        requireClaimed();
        state = PaymentState.REJECTED;
        reason = why;
    }

    /** @throws PaymentNotConfirmed unless it is money that has come in */
    void leaveUnapplied(Money rest) {
        requireConfirmed();
        unappliedAmount = rest.amount();
    }

    /**
     * @throws PaymentAlreadyReversed when it was
     * @throws PaymentNotConfirmed when it never came in
     */
    void reverse(String why) {
        if (state == PaymentState.REVERSED) {
            throw new PaymentAlreadyReversed();
        }
        requireConfirmed();
        state = PaymentState.REVERSED;
        unappliedAmount = BigDecimal.ZERO;
        reason = why;
    }

    void requireConfirmed() {
        if (state != PaymentState.CONFIRMED) {
            throw new PaymentNotConfirmed();
        }
    }

    private void requireClaimed() {
        if (state != PaymentState.CLAIMED) {
            throw new PaymentNotClaimed();
        }
    }
}
