package io.huikuan.interest;

import io.huikuan.rules.Money;
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
public class InterestDue {
    /** As good as the end of time: whatever is in the books was recorded before. */
    static final Instant EVERYTHING = Instant.parse("9999-12-31T00:00:00Z");

    /** @param annualPercent of the terms that hold on the day; 0 where none do */
    public record Accrued(Money fee, Money interest, BigDecimal annualPercent) {}

    private final InterestReckoning reckoning;

    InterestDue(InterestReckoning reckoning) {
        this.reckoning = reckoning;
    }

    /** By receivable, what has accrued by the day and was neither paid nor waived; those on which nothing is due are absent. */
    @Transactional
    public Map<UUID, Accrued> of(UUID organisationId, Collection<UUID> customerIds, LocalDate asOf) {
        var due = new LinkedHashMap<UUID, Accrued>();
        for (var each : reckoning.of(organisationId, List.copyOf(customerIds), null, asOf, EVERYTHING)) {
            if (each.feesDue().isPositive() || each.interestDue().isPositive()) {
                var terms = each.terms();
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
