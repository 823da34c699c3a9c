package io.huikuan.promise;

import io.huikuan.hold.HoldCause;
import io.huikuan.hold.HoldKind;
import io.huikuan.platform.OrganisationOwned;
import io.huikuan.rules.BusinessCalendar;
import io.huikuan.rules.Money;
import io.huikuan.rules.PromiseDays;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Always changed while its customer is locked, as the money is that it waits for; but for the reminder, which is noted set-based. */
@Entity
@DynamicUpdate
class Promise extends OrganisationOwned {
    @Id
    UUID id;

    UUID customerId;
    UUID ownerId;
    BigDecimal amount;
    String currency;
    LocalDate promisedOn;
    LocalDate dueOn;
    int graceWorkingDays;
    LocalDate heldUntil;

    @Nullable
    UUID contactId;

    @Nullable
    String promisedBy;

    @Nullable
    String note;

    UUID obtainedBy;
    Instant obtainedAt;

    @Enumerated(EnumType.STRING)
    PromiseState state;

    BigDecimal keptAmount;
    int turns;

    @Nullable
    LocalDate remindOn;

    @Nullable
    UUID supersededById;

    @Nullable
    UUID withdrawnBy;

    @Nullable
    String withdrawnBecause;

    @Version
    long version;

    protected Promise() {}

    Promise(
            UUID id,
            NewPromise wanted,
            UUID ownerId,
            LocalDate today,
            int grace,
            BusinessCalendar calendar,
            UUID obtainedBy,
            Instant now) {
        this.id = id;
        this.customerId = wanted.customerId();
        this.ownerId = ownerId;
        this.amount = wanted.amount().amount();
        this.currency = wanted.amount().currency();
        this.promisedOn = today;
        this.dueOn = wanted.dueOn();
        this.graceWorkingDays = grace;
        var days = days(calendar);
        this.heldUntil = days.heldUntil();
        this.contactId = wanted.contactId();
        this.promisedBy = wanted.promisedBy();
        this.note = wanted.note();
        this.obtainedBy = obtainedBy;
        this.obtainedAt = now;
        this.state = PromiseState.OPEN;
        this.keptAmount = BigDecimal.ZERO;
        this.remindOn = days.remindOn().orElse(null);
    }

    private PromiseDays days(BusinessCalendar calendar) {
        return PromiseDays.of(promisedOn, dueOn, graceWorkingDays, calendar);
    }

    /**
     * Other days are worked than when it was given.
     *
     * @return whether it has another last day now
     */
    boolean reckon(BusinessCalendar calendar) {
        var days = days(calendar);
        remindOn = remindOn == null ? null : days.remindOn().orElse(null);
        boolean moved = !heldUntil.equals(days.heldUntil());
        heldUntil = days.heldUntil();
        return moved;
    }

    Money promised() {
        return Money.of(amount, currency);
    }

    Money kept() {
        return Money.of(keptAmount, currency);
    }

    boolean isOpen() {
        return state == PromiseState.OPEN;
    }

    boolean hasMatured(LocalDate today) {
        return heldUntil.isBefore(today);
    }

    HoldCause holdCause() {
        return new HoldCause(HoldKind.PROMISE, id, customerId, promisedOn, heldUntil);
    }

    /**
     * What the allocations say of it now.
     *
     * @return whether that is something else than before
     */
    boolean settle(PromiseState outcome, Money came) {
        keptAmount = came.min(promised()).amount();
        return turn(outcome);
    }

    /** A newer one stands in its place. */
    void supersede(UUID newerId) {
        supersededById = newerId;
        turn(PromiseState.SUPERSEDED);
    }

    /** @throws PromiseNotOpen when something has become of it already */
    void withdraw(UUID by, String why) {
        if (!isOpen()) {
            throw new PromiseNotOpen();
        }
        withdrawnBy = by;
        withdrawnBecause = why;
        turn(PromiseState.WITHDRAWN);
    }

    private boolean turn(PromiseState next) {
        if (state == next) {
            return false;
        }
        state = next;
        turns++;
        return true;
    }
}
