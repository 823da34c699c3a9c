package io.huikuan.receivable;

import io.huikuan.platform.OrganisationOwned;
import io.huikuan.rules.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Born and settled by set-based statements in {@link ReceivableQueries}; as an entity it is read and rescheduled. */
@Entity
@DynamicUpdate
class Receivable extends OrganisationOwned {
    @Id
    UUID id;

    UUID customerId;
    UUID ownerId;

    @Nullable
    UUID contractId;

    @Nullable
    UUID invoiceId;

    String number;
    LocalDate issuedOn;

    /** With customer and number its name; whatever is agreed since changes {@link #dueOn} only. */
    @Column(updatable = false)
    LocalDate billedDueOn;

    LocalDate dueOn;
    BigDecimal amount;
    String currency;
    BigDecimal openAmount;

    @Nullable
    String note;

    Instant createdAt;

    @Version
    long version;

    protected Receivable() {}

    Money billed() {
        return Money.of(amount, currency);
    }

    Money open() {
        return Money.of(openAmount, currency);
    }

    boolean isOpen() {
        return openAmount.signum() > 0;
    }

    void reschedule(LocalDate newDueOn) {
        dueOn = newDueOn;
    }

    void annotate(String newNote) {
        note = newNote;
    }
}
