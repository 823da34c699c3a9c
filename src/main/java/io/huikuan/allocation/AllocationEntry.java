package io.huikuan.allocation;

import io.huikuan.platform.OrganisationOwned;
import io.huikuan.rules.AllocationCriterion;
import io.huikuan.rules.DebtComponent;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

    @Nullable
    UUID paymentId;

    @Nullable
    UUID adjustmentId;

    @Enumerated(EnumType.STRING)
    SourceKind kind;

    UUID receivableId;
    UUID ownerId;

    @Enumerated(EnumType.STRING)
    DebtComponent component;

    BigDecimal amount;
    String currency;
    LocalDate effectiveOn;

    @Nullable
    UUID undoesId;

    /** What made it necessary: money that came late for what was written off, paper that has cleared, money that is gone again. */
    @Nullable
    UUID causeId;

    String reason;

    @Nullable
    @Enumerated(EnumType.STRING)
    AllocationCriterion criterion;

    @Nullable
    Integer place;

    @Nullable
    UUID recordedBy;

    Instant recordedAt;

    protected AllocationEntry() {}
}
