package io.huikuan.interest;

import io.huikuan.allocation.AccruedInterest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says what is due besides what was billed, of any number of customers with four statements, or one where nothing is agreed. */
@ApplicationScoped
public class InterestDue implements AccruedInterest {
    /** As good as the end of time: whatever is in the books was recorded before. */
    static final Instant EVERYTHING = Instant.parse("9999-12-31T00:00:00Z");

    private final InterestReckoning reckoning;

    InterestDue(InterestReckoning reckoning) {
        this.reckoning = reckoning;
    }

    /** Those that bear nothing are absent. */
    @Override
    @Transactional
    public Map<UUID, Accrued> of(UUID organisationId, Collection<UUID> customerIds, LocalDate asOf) {
        return of(organisationId, customerIds, asOf, EVERYTHING);
    }

    /** The same from what had been recorded until {@code knownAt}. */
    @Transactional
    public Map<UUID, Accrued> of(UUID organisationId, Collection<UUID> customerIds, LocalDate asOf, Instant knownAt) {
        var due = new LinkedHashMap<UUID, Accrued>();
        for (var each : reckoning.of(organisationId, List.copyOf(customerIds), null, asOf, knownAt)) {
            var terms = each.terms();
            if (terms != null
                    || each.feesDue().isPositive()
                    || each.interestDue().isPositive()) {
                due.put(
                        each.late().id(),
                        new Accrued(
                                each.feesDue(),
                                each.interestDue(),
                                terms == null ? BigDecimal.ZERO : terms.annualPercent()));
            }
        }
        return due;
    }
}
