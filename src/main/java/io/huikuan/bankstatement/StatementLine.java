package io.huikuan.bankstatement;

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

/** Born by a set-based statement in {@link StatementLineQueries}; decided upon while it is locked. */
@Entity
class StatementLine extends OrganisationOwned {
    @Id
    UUID id;

    String account;
    String bankReference;
    LocalDate valueDate;
    BigDecimal amount;
    String currency;

    @Nullable
    String payerName;

    @Nullable
    String payerAccount;

    @Nullable
    String remittance;

    @Enumerated(EnumType.STRING)
    StatementLineState state;

    @Nullable
    UUID decisionId;

    @Nullable
    UUID importedBy;

    Instant importedAt;

    @Version
    long version;

    protected StatementLine() {}

    Money money() {
        return Money.of(amount, currency);
    }

    /** @throws StatementLineDecided when somebody else was faster */
    void requireUndecided() {
        if (state != StatementLineState.UNMATCHED) {
            throw new StatementLineDecided();
        }
    }

    /** @throws StatementLineDecided when somebody else was faster */
    void match(StatementDecision decision) {
        requireUndecided();
        state = StatementLineState.MATCHED;
        decisionId = decision.id;
    }

    /** @throws StatementLineDecided when somebody else was faster */
    void refuse(StatementDecision decision) {
        requireUndecided();
        state = StatementLineState.REFUSED;
        decisionId = decision.id;
    }

    /** @throws StatementLineUndecided when there is nothing to undo */
    void reopen(StatementDecision decision) {
        if (state == StatementLineState.UNMATCHED) {
            throw new StatementLineUndecided();
        }
        state = StatementLineState.UNMATCHED;
        decisionId = decision.id;
    }
}
