package io.huikuan.allocation;

import io.huikuan.platform.OrganisationOwned;
import io.huikuan.rules.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One line of the allocations, or the counter-entry of one; written set-based, never changed. */
@Entity
@Immutable
@Table(name = "allocation")
class AllocationEntry extends OrganisationOwned {
    @Id
    UUID id;

    UUID paymentId;
    UUID receivableId;
    UUID ownerId;
    BigDecimal amount;
    String currency;
    LocalDate effectiveOn;

    @Nullable
    UUID undoesId;

    String reason;

    @Nullable
    UUID recordedBy;

    Instant recordedAt;

    protected AllocationEntry() {}

    Money money() {
        return Money.of(amount, currency);
    }
}
