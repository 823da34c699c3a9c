package io.huikuan.payment;

import io.huikuan.allocation.OpenLedger.Source;
import io.huikuan.allocation.SourceKind;
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
    String account;

    @Nullable
    String reference;

    @Nullable
    String note;

    @Enumerated(EnumType.STRING)
    PaymentState state;

    @Nullable
    @Enumerated(EnumType.STRING)
    Instrument instrument;

    @Nullable
    LocalDate maturesOn;

    @Nullable
    LocalDate clearedOn;

    @Nullable
    String reason;

    @Nullable
    UUID recordedBy;

    Instant createdAt;

    @Version
    long version;

    protected Payment() {}

    /** As the set-based statement has written it down; Hibernate does not know it. */
    Payment(UUID id, NewPayment wanted, PaymentState state, Money unapplied, UUID recordedBy, Instant createdAt) {
        this.id = id;
        this.customerId = wanted.customerId();
        this.receivedOn = wanted.receivedOn();
        this.amount = wanted.amount().amount();
        this.currency = wanted.amount().currency();
        this.unappliedAmount = unapplied.amount();
        this.method = wanted.method();
        this.account = wanted.account();
        this.reference = wanted.reference();
        this.note = wanted.note();
        this.state = state;
        var paper = wanted.paper();
        this.instrument = paper == null ? null : paper.instrument();
        this.maturesOn = paper == null ? null : paper.maturesOn();
        this.recordedBy = recordedBy;
        this.createdAt = createdAt;
    }

    Money received() {
        return Money.of(amount, currency);
    }

    Money unapplied() {
        return Money.of(unappliedAmount, currency);
    }

    /**
     * Cash is there; of a cheque or draft only the paper is.
     *
     * @throws PaymentNotClaimed unless it is a claim that waits for this
     */
    void confirm() {
        requireClaimed();
        state = instrument == null ? PaymentState.CONFIRMED : PaymentState.SECURED;
        unappliedAmount = amount;
    }

    /**
     * The paper has become cash.
     *
     * @throws PaymentNotSecured unless it waits for that
     */
    void clear(LocalDate on) {
        requireSecured();
        state = PaymentState.CONFIRMED;
        clearedOn = on;
    }

    /** @throws PaymentNotSecured unless it is paper that has not cleared */
    void bounce(String why) {
        requireSecured();
        state = PaymentState.BOUNCED;
        unappliedAmount = BigDecimal.ZERO;
        reason = why;
    }

    /** @throws PaymentNotClaimed unless it is a claim that waits for this */
    void reject(String why) {
        requireClaimed();
        state = PaymentState.REJECTED;
        reason = why;
    }

    /** @throws PaymentNotConfirmed unless it is in the books */
    void leaveUnapplied(Money rest) {
        requireInTheBooks();
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
        if (state != PaymentState.CONFIRMED) {
            throw new PaymentNotConfirmed();
        }
        state = PaymentState.REVERSED;
        unappliedAmount = BigDecimal.ZERO;
        reason = why;
    }

    void requireInTheBooks() {
        if (!state.isInTheBooks()) {
            throw new PaymentNotConfirmed();
        }
    }

    private void requireSecured() {
        if (state != PaymentState.SECURED) {
            throw new PaymentNotSecured();
        }
    }

    /** As which it settles what it is allocated to. */
    Source source() {
        var kind = state == PaymentState.SECURED ? SourceKind.INSTRUMENT : SourceKind.PAYMENT;
        return new Source(id, kind, customerId, clearedOn == null ? receivedOn : clearedOn, unapplied());
    }

    private void requireClaimed() {
        if (state != PaymentState.CLAIMED) {
            throw new PaymentNotClaimed();
        }
    }
}
