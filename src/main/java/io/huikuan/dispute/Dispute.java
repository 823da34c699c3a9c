package io.huikuan.dispute;

import io.huikuan.hold.HoldCause;
import io.huikuan.hold.HoldKind;
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

/** Always changed while its customer is locked. */
@Entity
class Dispute extends OrganisationOwned {
    @Id
    UUID id;

    UUID customerId;
    UUID receivableId;
    BigDecimal amount;
    String currency;

    @Enumerated(EnumType.STRING)
    DisputeReason reason;

    String words;
    UUID handlerId;
    LocalDate dueOn;
    LocalDate raisedOn;
    UUID raisedBy;
    Instant raisedAt;

    @Enumerated(EnumType.STRING)
    DisputeState state;

    @Nullable
    UUID creditNoteId;

    @Nullable
    UUID settledBy;

    @Nullable
    Instant settledAt;

    @Nullable
    String settledBecause;

    @Version
    long version;

    protected Dispute() {}

    Dispute(UUID id, NewDispute wanted, Money contested, LocalDate today, UUID raisedBy, Instant now) {
        this.id = id;
        this.customerId = wanted.customerId();
        this.receivableId = wanted.receivableId();
        this.amount = contested.amount();
        this.currency = contested.currency();
        this.reason = wanted.reason();
        this.words = wanted.words();
        this.handlerId = wanted.handlerId() == null ? raisedBy : wanted.handlerId();
        this.dueOn = wanted.dueOn();
        this.raisedOn = today;
        this.raisedBy = raisedBy;
        this.raisedAt = now;
        this.state = DisputeState.OPEN;
    }

    Money contested() {
        return Money.of(amount, currency);
    }

    HoldCause holdCause() {
        return new HoldCause(HoldKind.DISPUTE, id, customerId, raisedOn, null);
    }

    /** What is absent stays. */
    void change(Disputing.Change change) {
        requireOpen();
        words = change.words() == null ? words : change.words();
        handlerId = change.handlerId() == null ? handlerId : change.handlerId();
        dueOn = change.dueOn() == null ? dueOn : change.dueOn();
    }

    /** @param creditNote what was credited where it was upheld, else null */
    void settle(DisputeState outcome, @Nullable UUID creditNote, String why, UUID by, Instant now) {
        requireOpen();
        state = outcome;
        creditNoteId = creditNote;
        settledBecause = why;
        settledBy = by;
        settledAt = now;
    }

    private void requireOpen() {
        if (state != DisputeState.OPEN) {
            throw new DisputeNotOpen();
        }
    }
}
