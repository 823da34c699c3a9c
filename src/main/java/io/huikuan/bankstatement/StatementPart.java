package io.huikuan.bankstatement;

import io.huikuan.platform.OrganisationOwned;
import io.huikuan.rules.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One payment that a line was matched to, and why; never changed. */
@Entity
@Immutable
class StatementPart extends OrganisationOwned {
    @Id
    UUID id;

    UUID decisionId;
    int ordinal;
    UUID customerId;
    UUID paymentId;

    @Enumerated(EnumType.STRING)
    MatchedPart.Booked booked;

    BigDecimal amount;
    String currency;

    @JdbcTypeCode(SqlTypes.JSON)
    String evidence;

    protected StatementPart() {}

    StatementPart(UUID id, UUID decisionId, int ordinal, MatchedPart matched, String evidence) {
        this.id = id;
        this.decisionId = decisionId;
        this.ordinal = ordinal;
        this.customerId = matched.customerId();
        this.paymentId = matched.paymentId();
        this.booked = matched.booked();
        this.amount = matched.amount().amount();
        this.currency = matched.amount().currency();
        this.evidence = evidence;
    }

    Money money() {
        return Money.of(amount, currency);
    }
}
