package io.huikuan.interest;

import io.huikuan.platform.OrganisationOwned;
import io.huikuan.rules.LateInterest.DayBasis;
import io.huikuan.rules.LateInterest.Fee;
import io.huikuan.rules.LateInterest.Terms;
import io.huikuan.rules.Money;
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

/** What was agreed about being late, from a day on; never changed. */
@Entity
@Immutable
@Table(name = "interest_terms")
class InterestTerms extends OrganisationOwned {
    @Id
    UUID id;

    @Nullable
    UUID contractId;

    LocalDate validFrom;
    BigDecimal annualPercent;

    @Enumerated(EnumType.STRING)
    DayBasis dayBasis;

    int graceDays;

    @Nullable
    BigDecimal capPercent;

    @Nullable
    BigDecimal feeAmount;

    @Nullable
    String feeCurrency;

    @Nullable
    Integer feeEveryDays;

    String reason;
    UUID recordedBy;
    Instant recordedAt;

    protected InterestTerms() {}

    InterestTerms(UUID id, NewInterestTerms wanted, UUID recordedBy, Instant now) {
        this.id = id;
        this.contractId = wanted.contractId();
        this.validFrom = wanted.validFrom();
        this.annualPercent = wanted.terms().annualPercent();
        this.dayBasis = wanted.terms().basis();
        this.graceDays = wanted.terms().graceDays();
        this.capPercent = wanted.terms().capPercent();
        var fee = wanted.terms().fee();
        if (fee != null) {
            this.feeAmount = fee.amount().amount();
            this.feeCurrency = fee.amount().currency();
            this.feeEveryDays = fee.everyDays();
        }
        this.reason = wanted.reason();
        this.recordedBy = recordedBy;
        this.recordedAt = now;
    }

    Terms terms() {
        return new Terms(annualPercent, dayBasis, graceDays, capPercent, fee());
    }

    private @Nullable Fee fee() {
        if (feeAmount == null || feeCurrency == null || feeEveryDays == null) {
            return null;
        }
        return new Fee(Money.of(feeAmount, feeCurrency), feeEveryDays);
    }
}
