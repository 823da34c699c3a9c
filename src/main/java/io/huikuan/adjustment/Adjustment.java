package io.huikuan.adjustment;

import io.huikuan.allocation.OpenLedger.Source;
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

/** Changed only while its customer is locked. */
@Entity
class Adjustment extends OrganisationOwned {
    @Id
    UUID id;

    UUID customerId;

    @Enumerated(EnumType.STRING)
    AdjustmentKind kind;

    @Nullable
    String number;

    BigDecimal amount;
    String currency;
    BigDecimal unappliedAmount;
    LocalDate effectiveOn;
    String reason;

    @Enumerated(EnumType.STRING)
    AdjustmentState state;

    @Nullable
    UUID proposedBy;

    Instant proposedAt;

    @Nullable
    UUID decidedBy;

    @Nullable
    Instant decidedAt;

    @Nullable
    String decisionNote;

    @Nullable
    LocalDate reversedOn;

    @Nullable
    UUID reversedBy;

    @Nullable
    Instant reversedAt;

    @Nullable
    String reversedBecause;

    @Nullable
    UUID discountOfferId;

    @Nullable
    UUID paymentId;

    @Version
    long version;

    protected Adjustment() {}

    Adjustment(UUID id, NewAdjustment wanted, @Nullable UUID proposedBy, Instant now) {
        this.id = id;
        this.customerId = wanted.customerId();
        this.kind = wanted.kind();
        this.number = wanted.number();
        this.amount = wanted.amount().amount();
        this.currency = wanted.amount().currency();
        this.unappliedAmount = BigDecimal.ZERO;
        this.effectiveOn = wanted.effectiveOn();
        this.reason = wanted.reason();
        this.state = AdjustmentState.PROPOSED;
        this.proposedBy = proposedBy;
        this.proposedAt = now;
    }

    Money money() {
        return Money.of(amount, currency);
    }

    Money unapplied() {
        return Money.of(unappliedAmount, currency);
    }

    /** What of it is allocated to no receivable yet: all of it, as long as nobody has decided. */
    Source source() {
        var left = state == AdjustmentState.PROPOSED ? money() : unapplied();
        return new Source(id, kind.source(), customerId, effectiveOn, left);
    }

    /**
     * @throws AdjustmentNotProposed when it was decided before
     * @throws ApproverIsProposer when that would be one and the same person
     */
    void requireUndecided(UUID by) {
        if (state != AdjustmentState.PROPOSED) {
            throw new AdjustmentNotProposed();
        }
        if (by.equals(proposedBy)) {
            throw new ApproverIsProposer();
        }
    }

    /** From now on it counts, but for the rest that it settles nothing with yet. */
    void approve(@Nullable UUID by, @Nullable String note, Money rest, Instant now) {
        decide(AdjustmentState.APPROVED, by, note, now);
        unappliedAmount = rest.amount();
    }

    /** It never counts. */
    void refuse(UUID by, String why, Instant now) {
        decide(AdjustmentState.REFUSED, by, why, now);
    }

    void leaveUnapplied(Money rest) {
        unappliedAmount = rest.amount();
    }

    /** @throws AdjustmentNotApproved unless it counts now */
    void reverse(LocalDate from, String why, @Nullable UUID by, Instant now) {
        requireApproved();
        state = AdjustmentState.REVERSED;
        unappliedAmount = BigDecimal.ZERO;
        reversedOn = from;
        reversedBecause = why;
        reversedBy = by;
        reversedAt = now;
    }

    void requireApproved() {
        if (state != AdjustmentState.APPROVED) {
            throw new AdjustmentNotApproved();
        }
    }

    private void decide(AdjustmentState decision, @Nullable UUID by, @Nullable String words, Instant now) {
        state = decision;
        decidedBy = by;
        decidedAt = now;
        decisionNote = words;
    }
}
